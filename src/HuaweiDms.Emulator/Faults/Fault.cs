namespace HuaweiDms.Emulator;

/// <summary>Something that goes wrong on purpose: which requests it strikes, and how.</summary>
public sealed class Fault
{
    private readonly object _gate = new();
    private int _seen;
    private int _hits;

    /// <summary>What it is called in the log of requests.</summary>
    public string Name { get => field ?? Action.ToString(); init; }

    /// <summary>The method it strikes; null for any.</summary>
    public string? Method { get; init; }

    /// <summary>The path it strikes, without the query; <c>*</c> and <c>?</c> are wildcards. Null for any.</summary>
    public string? Path { get; init; }

    /// <summary>What it does.</summary>
    public FaultAction Action { get; init; }

    /// <summary>The status of <see cref="FaultAction.Status"/>.</summary>
    public int StatusCode { get; init; } = 500;

    /// <summary>The code in the error body.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The message in the error body.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The header Retry-After, in whole seconds.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The content type of <see cref="Body"/>, such as <c>text/html</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>A body to send instead of the service's error, empty for none at all.</summary>
    public string? Body { get; init; }

    /// <summary>
    /// Time that passes, on the emulator's clock; goes with every action. With <see cref="AfterProcessing"/> it passes when the
    /// request has taken effect already.
    /// </summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Strikes every n-th matching request only.</summary>
    public int? Every { get; init; }

    /// <summary>Strikes among the first n matching requests only.</summary>
    public int? First { get; init; }

    /// <summary>Strikes n times at most.</summary>
    public int? Limit { get; init; }

    /// <summary>The request takes effect before the fault strikes: the client cannot know.</summary>
    public bool AfterProcessing { get; init; }

    /// <summary>How often it has struck.</summary>
    public int Hits => Volatile.Read(ref _hits);

    /// <summary>What it is called, and what it strikes.</summary>
    public override string ToString() => $"{Name} {Method ?? "*"} {Path ?? "*"}";

    internal bool Strikes(string method, string path)
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
