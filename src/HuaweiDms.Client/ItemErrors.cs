namespace HuaweiDms;

/// <summary>What became of one of several things that the service was asked for at once.</summary>
internal static class ItemErrors
{
    /// <summary>The service says that it failed, and not why.</summary>
    public const string Failed = "HuaweiDms.ItemFailed";

    /// <summary>The service says nothing of it, and asking again does no harm.</summary>
    public const string NotAnswered = "HuaweiDms.NotAnswered";

    /// <summary>The service says nothing of it, and asking again could do it twice.</summary>
    public const string OutcomeUnknown = DmsErrors.OutcomeUnknownId;
}
