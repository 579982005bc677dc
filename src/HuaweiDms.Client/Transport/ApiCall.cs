namespace HuaweiDms.Transport;

/// <summary>The state of a request across all its attempts.</summary>
internal sealed class ApiCall(
    ApiRequest request,
    RequestTarget target,
    Uri endpoint,
    string? projectId,
    bool isSigned,
    TimeSpan allowed,
    TimeProvider time,
    CancellationToken cancellationToken)
{
    private readonly long _started = time.GetTimestamp();

    public ApiRequest Request { get; } = request;

    public ApiOperation Operation => Request.Operation;

    public RequestTarget Target { get; } = target;

    public Uri Endpoint { get; } = endpoint;

    /// <summary>The project id for the header; null to send none.</summary>
    public string? ProjectId { get; } = projectId;

    /// <summary>Whether requests are signed with keys instead of carrying a token.</summary>
    public bool IsSigned { get; } = isSigned;

    /// <summary>The cancellation of the caller, as opposed to an expired time limit.</summary>
    public CancellationToken Stop => cancellationToken;

    public int Attempts { get; private set; }

    /// <summary>The failure of the last attempt; null while one is in progress.</summary>
    public FailedAttempt? LastFailure { get; set; }

    /// <summary>Whether the service asked to slow down at least once.</summary>
    public bool Throttled { get; private set; }

    /// <summary>Whether the credential was renewed for this call, which happens at most once.</summary>
    public bool Renewed { get; set; }

    /// <summary>
    /// Whether the service may have acted on the last attempt: true from the moment it is sent until its failure shows otherwise.
    /// </summary>
    public bool OutcomeUnknown { get; private set; }

    /// <summary>Whether the service may have acted on an attempt before the last one.</summary>
    public bool EarlierOutcomeUnknown { get; private set; }

    /// <summary>The time limit for all attempts together.</summary>
    public TimeSpan Allowed { get; } = allowed;

    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    /// <summary>Starts another attempt; the outcomes of earlier ones are kept.</summary>
    public void StartAttempt()
    {
        Attempts++;
        EarlierOutcomeUnknown |= OutcomeUnknown;
        OutcomeUnknown = false;
    }

    /// <summary>Records that the request is being sent.</summary>
    public void NoteSent() => OutcomeUnknown = true;

    /// <summary>Records that the attempt failed.</summary>
    public void NoteFailure(FailedAttempt failed)
    {
        OutcomeUnknown = failed.MayHaveActed;
        Throttled |= failed.Error.Kind == DmsErrorKind.Throttled;
    }
}
