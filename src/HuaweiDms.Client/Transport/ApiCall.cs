namespace HuaweiDms.Transport;

/// <summary>One request on its way through all its attempts: what they have in common and what they leave behind.</summary>
internal sealed class ApiCall(
    ApiRequest request, RequestTarget target, Uri endpoint, string? projectId, bool isSigned, TimeSpan allowed, TimeProvider time, CancellationToken stop)
{
    private readonly long _started = time.GetTimestamp();

    public ApiRequest Request { get; } = request;

    public ApiOperation Operation => Request.Operation;

    public RequestTarget Target { get; } = target;

    public Uri Endpoint { get; } = endpoint;

    /// <summary>The project, as a header says it; null where it says none.</summary>
    public string? ProjectId { get; } = projectId;

    /// <summary>The instance it is about; null where the path names none.</summary>
    public string? InstanceId { get; } = request.PathValues.FirstOrDefault(value => value.Key == "instance_id").Value;

    /// <summary>Whether keys prove who calls, and not a token.</summary>
    public bool IsSigned { get; } = isSigned;

    /// <summary>Whether the caller has given up; the time allowed may be over without that.</summary>
    public CancellationToken Stop => stop;

    public int Attempts { get; private set; }

    /// <summary>How the last attempt failed; null while one is under way.</summary>
    public FailedAttempt? LastFailure { get; set; }

    /// <summary>Whether the service asked to slow down at least once.</summary>
    public bool Throttled { get; private set; }

    /// <summary>Whether the credential was renewed for this call; it is tried once.</summary>
    public bool Renewed { get; set; }

    /// <summary>Whether it is open if the service acted on the last attempt: it is from the moment that it is sent until it has failed.</summary>
    public bool OutcomeOpen { get; private set; }

    /// <summary>Whether it is open of any attempt before the last.</summary>
    public bool EarlierOutcomeOpen { get; private set; }

    /// <summary>How long all attempts may take together.</summary>
    public TimeSpan Allowed { get; } = allowed;

    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    /// <summary>Another attempt is made; what became of the ones before stays known.</summary>
    public void StartAttempt()
    {
        Attempts++;
        EarlierOutcomeOpen |= OutcomeOpen;
        OutcomeOpen = false;
    }

    /// <summary>It goes out now.</summary>
    public void NoteSent() => OutcomeOpen = true;

    /// <summary>It has failed.</summary>
    public void NoteFailure(FailedAttempt failed)
    {
        OutcomeOpen = failed.IsOpen;
        Throttled |= failed.Error.Kind == DmsErrorKind.Throttled;
    }
}
