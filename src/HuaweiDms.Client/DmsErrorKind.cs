namespace HuaweiDms;

/// <summary>What kind of failure a <see cref="DmsException"/> reports. Callers branch on this, never on the message.</summary>
public enum DmsErrorKind
{
    /// <summary>A value was refused, by the client before anything was sent or by the service (400, 422).</summary>
    InvalidArgument,

    /// <summary>No credential was found, or the one given cannot be used.</summary>
    CredentialNotFound,

    /// <summary>The service did not accept who the caller says to be (401).</summary>
    AuthenticationFailed,

    /// <summary>The caller is known but may not do this (403).</summary>
    PermissionDenied,

    /// <summary>What was asked for is not there (404, 410): the object, or the path.</summary>
    NotFound,

    /// <summary>An object of that name exists already.</summary>
    AlreadyExists,

    /// <summary>The object's present state does not allow the operation; later it may.</summary>
    Busy,

    /// <summary>The service asked to slow down (429, flow control) and kept asking until the attempts ran out.</summary>
    Throttled,

    /// <summary>A quota or limit of the account, project or instance is used up.</summary>
    QuotaExceeded,

    /// <summary>The service failed on its side (5xx).</summary>
    ServiceFailed,

    /// <summary>The service could not be reached, or the connection was lost.</summary>
    ConnectionFailed,

    /// <summary>The time allowed ran out.</summary>
    TimedOut,

    /// <summary>The service answered something that cannot be read.</summary>
    UnreadableAnswer,

    /// <summary>A change was sent and its answer was lost: it may or may not have happened, and sending it again could do it twice.</summary>
    OutcomeUnknown,

    /// <summary>A wait ended because the object reached a state from which the goal cannot be reached.</summary>
    WaitFailed,
}
