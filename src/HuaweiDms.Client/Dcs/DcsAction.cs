namespace HuaweiDms;

/// <summary>An action on a batch of DCS instances.</summary>
public enum DcsAction
{
    /// <summary>Forcibly restarts the whole instance.</summary>
    Restart,

    /// <summary>Restarts only the Redis process.</summary>
    SoftRestart,

    /// <summary>Permanently erases all data. Redis 4.0 or later.</summary>
    Flush,

    /// <summary>Stops the instance. Redis 4.0 or later.</summary>
    Stop,

    /// <summary>Starts a stopped instance. Redis 4.0 or later.</summary>
    Start,
}
