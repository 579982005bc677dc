namespace HuaweiDms.Client.Tests.Support;

/// <summary>Responds to each request with the next step of a script, repeating the last one; records the requests.</summary>
internal sealed class ScriptedHandler(TimeProvider time) : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly List<SentRequest> _sent = [];
    private readonly List<Step> _steps = [];
    private int _inFlight;

    /// <summary>One step: a response or an exception.</summary>
    public delegate Task<HttpResponseMessage> Step(SentRequest request, CancellationToken cancellationToken);

    /// <summary>The requests, in order.</summary>
    public IReadOnlyList<SentRequest> Sent
    {
        get
        {
            lock (_gate)
                return [.. _sent];
        }
    }

    /// <summary>The number of requests that wait for response headers.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Adds steps.</summary>
    public ScriptedHandler Then(params Step[] steps)
    {
        _steps.AddRange(steps);
        return this;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SentRequest sent = await SentRequest.OfAsync(request, time.GetUtcNow(), cancellationToken);
        Step step;
        lock (_gate)
        {
            step = _steps[Math.Min(_sent.Count, _steps.Count - 1)];
            _sent.Add(sent);
        }
        Interlocked.Increment(ref _inFlight);
        try
        {
            HttpResponseMessage response = await step(sent, cancellationToken);
            response.RequestMessage = request;
            return response;
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }
}
