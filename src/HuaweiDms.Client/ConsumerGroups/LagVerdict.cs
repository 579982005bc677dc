namespace HuaweiDms;

/// <summary>The result of comparing two measurements of the lag. Larger values are worse.</summary>
public enum LagVerdict
{
    /// <summary>Everything is read, and no messages are produced.</summary>
    Idle,

    /// <summary>The group reads as fast as messages are produced.</summary>
    KeepingUp,

    /// <summary>The group reads faster than messages are produced.</summary>
    CatchingUp,

    /// <summary>The group reads more slowly than messages are produced.</summary>
    FallingBehind,

    /// <summary>Messages are waiting, and none is read.</summary>
    Stuck,
}
