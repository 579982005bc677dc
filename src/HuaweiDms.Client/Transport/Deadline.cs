namespace HuaweiDms.Transport;

/// <summary>A token that is canceled when the caller cancels or when the time limit expires.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;
    private readonly CancellationToken _stop;

    public Deadline(TimeProvider time, TimeSpan allowed, CancellationToken cancellationToken)
    {
#if NET
        _timer = new(allowed, time);
#else
        _timer = time.CreateCancellationTokenSource(allowed);
#endif
        _stop = cancellationToken;
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, cancellationToken);
    }

    public CancellationToken Token => _either.Token;

    /// <summary>Whether the time limit has expired; a cancellation by the caller takes precedence.</summary>
    public bool HasPassed => _timer.IsCancellationRequested && !_stop.IsCancellationRequested;

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
