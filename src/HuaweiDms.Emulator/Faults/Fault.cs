namespace HuaweiDms.Emulator;

/// <summary>An injected fault: which requests it applies to, and its effect.</summary>
public sealed class Fault
{
    private readonly object _gate = new();
    private int _seen;
    private int _hits;

    /// <summary>The name shown in the request log.</summary>
    public string Name { get => field ?? Action.ToString(); init; }

    /// <summary>The method it applies to; null for any.</summary>
    public string? Method { get; init; }

    /// <summary>The path it applies to, without the query; <c>*</c> and <c>?</c> are wildcards. Null for any.</summary>
    public string? Path { get; init; }

    /// <summary>The effect of the fault.</summary>
    public FaultAction Action { get; init; }

    /// <summary>The status code of <see cref="FaultAction.Status"/>.</summary>
    public int StatusCode { get; init; } = 500;

    /// <summary>The code in the error body.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The message in the error body.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The Retry-After header, sent in whole seconds.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The content type of <see cref="Body"/>, such as <c>text/html</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>A body to send instead of the service's error; an empty string sends none.</summary>
    public string? Body { get; init; }

    /// <summary>
    /// The delay on the emulator's clock, which can be combined with every action. With <see cref="AfterProcessing"/>, it comes
    /// after the request has taken effect.
    /// </summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Applies to every n-th matching request only.</summary>
    public int? Every { get; init; }

    /// <summary>Applies to the first n matching requests only.</summary>
    public int? First { get; init; }

    /// <summary>Applies at most n times.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether the request takes effect before the fault applies, so that the client cannot know the outcome.</summary>
    public bool AfterProcessing { get; init; }

    /// <summary>How often the fault has been applied.</summary>
    public int Hits => Volatile.Read(ref _hits);

    /// <summary>The name, method and path of the fault.</summary>
    public override string ToString() => $"{Name} {Method ?? "*"} {Path ?? "*"}";

    internal bool TryApply(string method, string path)
    {
        if (Method is not null && !string.Equals(Method, method, StringComparison.OrdinalIgnoreCase))
            return false;
        if (Path is not null && !Wildcard.Matches(Path, path))
            return false;

        lock (_gate)
        {
            _seen++;
            if (_seen > (First ?? int.MaxValue) || _hits >= (Limit ?? int.MaxValue) || (Every > 1 && _seen % Every != 0))
                return false;
            _hits++;
            return true;
        }
    }
}
