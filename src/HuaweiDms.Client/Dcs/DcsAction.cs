namespace HuaweiDms;

/// <summary>What DCS does to instances in a batch.</summary>
public enum DcsAction
{
    /// <summary>Restarts the whole instance by force.</summary>
    Restart,

    /// <summary>Restarts the Redis process only.</summary>
    SoftRestart,

    /// <summary>Erases all data, for good. Redis 4.0 or later.</summary>
    Flush,

    /// <summary>Stops the instance. Redis 4.0 or later.</summary>
    Stop,

    /// <summary>Starts a stopped instance. Redis 4.0 or later.</summary>
    Start,
}
