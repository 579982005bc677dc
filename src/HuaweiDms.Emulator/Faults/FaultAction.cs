namespace HuaweiDms.Emulator;

/// <summary>What a fault does to a request.</summary>
public enum FaultAction
{
    /// <summary>Answers later, but as usual.</summary>
    Latency,

    /// <summary>Answers with a status, and a body if wished.</summary>
    Status,

    /// <summary>Resets the connection without an answer.</summary>
    Reset,

    /// <summary>Announces the whole body, sends half of it and closes the connection. An answer without a body arrives whole.</summary>
    Truncate,

    /// <summary>Sends half of the body, then nothing until the client gives up. An answer without a body arrives whole.</summary>
    Stall,
}
