namespace HuaweiDms;

/// <summary>The kinds of failure that a <see cref="DmsException"/> reports. Branch on this, never on the message.</summary>
public enum DmsErrorKind
{
    /// <summary>A value was rejected, by the client before it sent anything or by the service (400, 422).</summary>
    InvalidArgument,

    /// <summary>No credential was found, or the given one cannot be used.</summary>
    CredentialNotFound,

    /// <summary>The service rejected the credential (401).</summary>
    AuthenticationFailed,

    /// <summary>The credential is valid but lacks a permission (403).</summary>
    PermissionDenied,

    /// <summary>The object or the path does not exist (404, 410).</summary>
    NotFound,

    /// <summary>An object of that name already exists.</summary>
    AlreadyExists,

    /// <summary>The current state of the object does not allow the operation; it may later.</summary>
    Busy,

    /// <summary>The service asked to slow down (429, flow control) until no attempts were left.</summary>
    Throttled,

    /// <summary>A quota or limit of the account, the project or the instance is exhausted.</summary>
    QuotaExceeded,

    /// <summary>The service failed (5xx).</summary>
    ServiceFailed,

    /// <summary>The service could not be reached, or the connection was lost.</summary>
    ConnectionFailed,

    /// <summary>The time limit expired.</summary>
    TimedOut,

    /// <summary>The response cannot be read.</summary>
    UnreadableResponse,

    /// <summary>
    /// A change was sent and its response was lost. It may or may not have taken effect, and sending it again could apply it twice.
    /// </summary>
    OutcomeUnknown,

    /// <summary>A wait ended because the object reached a state from which the goal cannot be reached.</summary>
    WaitFailed,
}
