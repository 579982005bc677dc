namespace HuaweiDms;

/// <summary>The state of an offset reset for one partition.</summary>
public enum OffsetResetStatus
{
    /// <summary>Nothing has been sent yet.</summary>
    Planned,

    /// <summary>The group is already at the target; no request was needed.</summary>
    Unchanged,

    /// <summary>The service has reset it.</summary>
    Done,

    /// <summary>It cannot be reset; nothing was sent.</summary>
    Refused,

    /// <summary>The service did not reset it, or it is unknown whether it did.</summary>
    Failed,
}
