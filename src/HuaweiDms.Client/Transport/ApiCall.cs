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

    public int Attempts { get; set; }

    /// <summary>How the last attempt failed; null while one is under way.</summary>
    public FailedAttempt? LastFailure { get; set; }

    /// <summary>Whether the service asked to slow down at least once.</summary>
    public bool Throttled { get; set; }

    /// <summary>Whether the credential was renewed for this call; it is tried once.</summary>
    public bool Renewed { get; set; }

    /// <summary>Set while it is open whether the service acted on the last attempt.</summary>
    public bool OutcomeOpen { get; set; }

    /// <summary>Whether it is open of any attempt before the last.</summary>
    public bool EarlierOutcomeOpen { get; set; }

    /// <summary>How long all attempts may take together.</summary>
    public TimeSpan Allowed { get; } = allowed;

    public TimeSpan Elapsed => time.GetElapsedTime(_started);
}
