namespace HuaweiDms;

/// <summary>The error ids for the items of a batch.</summary>
internal static class ItemErrors
{
    /// <summary>The service reports a failure without a reason.</summary>
    public const string Failed = "HuaweiDms.ItemFailed";

    /// <summary>The service does not mention the item, and sending it again does no harm.</summary>
    public const string NotReported = "HuaweiDms.NotReported";

    /// <summary>The service does not mention the item, and sending it again could apply it twice.</summary>
    public const string OutcomeUnknown = DmsErrors.OutcomeUnknownId;
}
