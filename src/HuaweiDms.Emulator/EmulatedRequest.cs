namespace HuaweiDms.Emulator;

/// <summary>A request that the emulated service got, and what became of it.</summary>
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

    /// <summary>When it came in.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The method.</summary>
    public string Method { get; }

    /// <summary>Path and query exactly as sent.</summary>
    public string Path { get; }

    /// <summary>The documented operation, such as <c>ListInstances</c>; null when none has this method and path.</summary>
    public string? Operation { get; }

    /// <summary>The status that was answered; 0 when a fault broke the connection first, or the client did not wait.</summary>
    public int StatusCode { get; }

    /// <summary>Whether it was of a kind that may change something, accepted or not.</summary>
    public bool Changing { get; }

    /// <summary>The fault that struck it, if any.</summary>
    public string? Fault { get; }

    /// <summary>Time taken, injected latency included.</summary>
    public double DurationMs { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path} {StatusCode}";
}
