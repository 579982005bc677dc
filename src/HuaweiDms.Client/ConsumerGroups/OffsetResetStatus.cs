namespace HuaweiDms;

/// <summary>What became of a partition whose offset was to be reset.</summary>
public enum OffsetResetStatus
{
    /// <summary>Nothing was sent yet.</summary>
    Planned,

    /// <summary>The group stands there already; nothing had to be sent.</summary>
    Unchanged,

    /// <summary>The service has reset it.</summary>
    Done,

    /// <summary>It cannot be reset, and nothing was sent.</summary>
    Refused,

    /// <summary>The service did not reset it, or it is not known whether it did.</summary>
    Failed,
}
