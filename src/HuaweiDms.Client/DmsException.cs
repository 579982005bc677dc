namespace HuaweiDms;

/// <summary>
/// The exception that calls of this library throw. <see cref="Kind"/> classifies the failure, <see cref="ErrorId"/> is stable, and <see
/// cref="Advice"/> says what to do. The message contains no secrets and is a single line that is safe to show in a terminal or a log.
/// </summary>
public sealed class DmsException : Exception
{
    internal DmsException(DmsErrorKind kind, string errorId, string message, Exception? inner = null)
        : base(Printable.Of(message), inner)
    {
        Kind = kind;
        ErrorId = errorId;
    }

    /// <summary>The kind of failure.</summary>
    public DmsErrorKind Kind { get; }

    /// <summary>
    /// The error code of the service, such as <c>DMS.00400026</c>, or a fixed name of this library, such as <c>HuaweiDms.TimedOut</c>.
    /// </summary>
    public string ErrorId { get; }

    /// <summary>What to do about the failure, in one or two sentences; null if there is nothing to add to the message.</summary>
    public string? Advice { get; init; }

    /// <summary>The operation that failed, as the API reference names it, such as <c>BatchRestartOrDeleteInstances</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>
    /// For <see cref="DmsErrorKind.OutcomeUnknown"/>: the operation that shows whether the change took effect, as the API reference names
    /// it, such as <c>ListInstances</c>; null if the reference has none.
    /// </summary>
    public string? ShownBy { get; init; }

    /// <summary>The HTTP status of the last response; null if there was none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The original message of the service, on one line and without secrets; null if there was none.</summary>
    public string? ServiceMessage { get; init; }

    /// <summary>The request id by which the support of the service finds the call; null if there was no response.</summary>
    public string? RequestId { get; init; }

    /// <summary>The number of times the request was sent, including retries.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether the service may have acted on an attempt before the last one.</summary>
    internal bool MayHaveActedBefore { get; init; }

    /// <summary>The duration of all attempts together.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>
    /// How long the service asks to wait before the request is sent again, if that exceeds the time limit of the call, so that the client
    /// did not wait; otherwise null.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The instance that the request concerns; null if it names none.</summary>
    internal string? InstanceId { get; init; }

    /// <summary>The parameter that was rejected, for <see cref="DmsErrorKind.InvalidArgument"/> raised before anything was sent.</summary>
    public string? ParameterName { get; init; }
}
