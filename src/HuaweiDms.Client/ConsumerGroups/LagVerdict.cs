namespace HuaweiDms;

/// <summary>What two looks at a partition or a group tell of its reading. The larger, the worse.</summary>
public enum LagVerdict
{
    /// <summary>Everything is read, and nothing comes in.</summary>
    Idle,

    /// <summary>It reads as fast as messages come in.</summary>
    KeepingUp,

    /// <summary>It reads faster than messages come in.</summary>
    CatchingUp,

    /// <summary>It reads, but slower than messages come in.</summary>
    FallingBehind,

    /// <summary>Messages wait, and none is read.</summary>
    Stuck,
}
