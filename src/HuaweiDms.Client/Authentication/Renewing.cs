namespace HuaweiDms.Authentication;

/// <summary>
/// Keeps one perishable proof and replaces it in good time. Nothing runs in the background: the caller who finds it old has
/// it renewed, all who come meanwhile wait for that one renewal, and when none waits any longer it is called off. If a
/// renewal fails while the old proof is still good, the old one serves on.
/// </summary>
internal sealed class Renewing<T> : IDisposable
    where T : class, IPerishable
{
    /// <summary>
    /// How long a new proof is used at least, whatever this machine's clock says of its end, and how long a failed renewal is
    /// not repeated while the old proof serves: a wrong clock or an ailing identity service must not turn every call into two.
    /// Where there is none that serves, every call asks.
    /// </summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly Func<CancellationToken, Task<T>> _issue;
    private readonly TimeSpan _margin;
    private readonly TimeProvider _time;
    private T? _current;
    private T? _latest;
    private DateTimeOffset _renewAt;
    private DateTimeOffset _end;
    private Renewal? _running;
    private bool _disposed;

    /// <summary>A keeper of proofs.</summary>
    /// <param name="issue">Gets a new one.</param>
    /// <param name="margin">How long before its end a proof is replaced; a short-lived one in the last quarter of its life.</param>
    /// <param name="time">The clock.</param>
    /// <param name="first">One that is at hand already.</param>
    public Renewing(Func<CancellationToken, Task<T>> issue, TimeSpan margin, TimeProvider time, T? first = null)
    {
        _issue = issue;
        _margin = margin;
        _time = time;
        if (first is not null)
            Keep(first);
    }

    /// <summary>The last proof there was, to be shown; never to be sent.</summary>
    public T Latest => _latest!;

    /// <summary>A proof that is good now.</summary>
    public ValueTask<T> GetAsync(CancellationToken stop)
    {
        lock (_gate)
        {
            DateTimeOffset now = _disposed ? throw new ObjectDisposedException(nameof(DmsCredential)) : _time.GetUtcNow();
            if (_current is not null && now < _renewAt)
                return new(_current);
            _running ??= new(RenewAsync);
            _running.Waiting++;
            return new(WaitAsync(_running, now < _end ? _current : null, stop));
        }
    }

    /// <summary>Forgets the present proof if it is the one that was refused.</summary>
    public void Forget(Func<T, bool> wasRefused)
    {
        lock (_gate)
        {
            if (_current is not null && wasRefused(_current))
                _current = null;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _running?.Stop.Cancel();
            _latest?.Dispose();
            _current = null;
        }
    }

    private async Task<T> WaitAsync(Renewal renewal, T? old, CancellationToken stop)
    {
        try
        {
            return await renewal.Task.OrStopped(stop).ConfigureAwait(false);
        }
        catch (Exception) when (old is not null && !stop.IsCancellationRequested && !_disposed)
        {
            return old;
        }
        finally
        {
            lock (_gate)
            {
                if (--renewal.Waiting == 0 && !renewal.Task.IsCompleted)
                {
                    renewal.Stop.Cancel();
                    if (ReferenceEquals(_running, renewal))
                        _running = null;
                }
            }
        }
    }

    private async Task<T> RenewAsync(Renewal renewal)
    {
        try
        {
            T issued = await _issue(renewal.Stop.Token).ConfigureAwait(false);
            lock (_gate)
            {
                if (_disposed)
                    issued.Dispose();
                else
                    Keep(issued);
            }

            return issued;
        }
        catch
        {
            lock (_gate)
                _renewAt = _time.GetUtcNow() + Rest;
            throw;
        }
        finally
        {
            lock (_gate)
            {
                if (ReferenceEquals(_running, renewal))
                    _running = null;
            }
        }
    }

    private void Keep(T issued)
    {
        DateTimeOffset now = _time.GetUtcNow();
        TimeSpan life = issued.ExpiresAt - now;
        TimeSpan margin = TimeSpan.FromTicks(Math.Min(_margin.Ticks, life.Ticks / 4));
        _current = _latest = issued;
        _end = Later(issued.ExpiresAt, now + Rest);
        _renewAt = Later(issued.ExpiresAt - margin, now + Rest);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed class Renewal
    {
        public Renewal(Func<Renewal, Task<T>> run) => Task = System.Threading.Tasks.Task.Run(() => run(this));

        public CancellationTokenSource Stop { get; } = new();

        public Task<T> Task { get; }

        /// <summary>How many callers wait for it; guarded by the keeper's gate.</summary>
        public int Waiting { get; set; }
    }
}
