namespace HuaweiDms.Emulator;

/// <summary>A request that the emulated service received, and its outcome.</summary>
public sealed class EmulatedRequest
{
    internal EmulatedRequest(
        DateTimeOffset time, string method, string path, string? operation, int statusCode, string? fault, double durationMs)
    {
        Time = time;
        Method = method;
        Path = path;
        Operation = operation;
        StatusCode = statusCode;
        Fault = fault;
        DurationMs = durationMs;
        Changing = method is not ("GET" or "HEAD") && !path.StartsWith("/v3/auth/tokens", StringComparison.Ordinal);
    }

    /// <summary>When it arrived.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>Path and query, exactly as sent.</summary>
    public string Path { get; }

    /// <summary>The documented operation, such as <c>ListInstances</c>; null if none has this method and path.</summary>
    public string? Operation { get; }

    /// <summary>The status of the response; 0 if a fault broke the connection first or the client did not wait.</summary>
    public int StatusCode { get; }

    /// <summary>Whether the request was of a kind that can change something, accepted or not.</summary>
    public bool Changing { get; }

    /// <summary>The fault that was applied, if any.</summary>
    public string? Fault { get; }

    /// <summary>The time taken, including injected latency.</summary>
    public double DurationMs { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path} {StatusCode}";
}
