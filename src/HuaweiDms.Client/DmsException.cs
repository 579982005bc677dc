namespace HuaweiDms;

/// <summary>
/// What this library throws about a call. <see cref="Kind"/> says what happened, <see cref="ErrorId"/> is stable,
/// <see cref="Advice"/> says what to do. Its text never holds a secret, and is one line that a terminal and a log can show.
/// </summary>
public sealed class DmsException : Exception
{
    internal DmsException(DmsErrorKind kind, string errorId, string message, Exception? inner = null)
        : base(Printable.Of(message), inner)
    {
        Kind = kind;
        ErrorId = errorId;
    }

    /// <summary>What kind of failure this is.</summary>
    public DmsErrorKind Kind { get; }

    /// <summary>The service's own code where it gave one (<c>DMS.00400026</c>), else a fixed name (<c>HuaweiDms.TimedOut</c>).</summary>
    public string ErrorId { get; }

    /// <summary>What to do about it, in one or two sentences; null when there is nothing to say beyond the message.</summary>
    public string? Advice { get; init; }

    /// <summary>The operation that failed, as the API reference names it (<c>BatchRestartOrDeleteInstances</c>).</summary>
    public string? Operation { get; init; }

    /// <summary>
    /// For <see cref="DmsErrorKind.OutcomeUnknown"/>: the operation that shows whether it happened, as the API reference names it
    /// (<c>ListInstances</c>); null where the reference has none.
    /// </summary>
    public string? ShownBy { get; init; }

    /// <summary>The HTTP status of the last answer; null when there was none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The service's message as the service worded it, on one line and without secrets; null when there was none.</summary>
    public string? ServiceMessage { get; init; }

    /// <summary>The request id by which the service's support finds the call; null when there was no answer.</summary>
    public string? RequestId { get; init; }

    /// <summary>How often the request was sent, retries included.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether the service may have acted on an attempt before the last one.</summary>
    internal bool MayHaveActedBefore { get; init; }

    /// <summary>How long all attempts took together.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>
    /// How long the service asks to wait before the request is sent again, where that is longer than the call may take, so that it was
    /// not waited for; null in any other case.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The instance that the request was about; null where it named none.</summary>
    internal string? InstanceId { get; init; }

    /// <summary>The parameter that was refused, for <see cref="DmsErrorKind.InvalidArgument"/> found before sending.</summary>
    public string? ParameterName { get; init; }
}
