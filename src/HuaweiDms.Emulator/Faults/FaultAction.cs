namespace HuaweiDms.Emulator;

/// <summary>The effect of a fault on a request.</summary>
public enum FaultAction
{
    /// <summary>Delays the response, which is otherwise unchanged.</summary>
    Latency,

    /// <summary>Responds with a status and, optionally, a body.</summary>
    Status,

    /// <summary>Resets the connection without a response.</summary>
    Reset,

    /// <summary>Announces the whole body, sends half of it and closes the connection. A response without a body arrives whole.</summary>
    Truncate,

    /// <summary>Sends half of the body, then nothing until the client gives up. A response without a body arrives whole.</summary>
    Stall,
}
