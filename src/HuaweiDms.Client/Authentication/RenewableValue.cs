using HuaweiDms.Transport;

namespace HuaweiDms.Authentication;

/// <summary>
/// Holds an expiring item, such as a token, and replaces it in time. Nothing runs in the background: callers that find the item due share
/// its renewal. If a renewal fails while the old item is still valid, the old item is used.
/// </summary>
internal sealed class RenewableValue<T> : IDisposable
    where T : class, IExpiring
{
    /// <summary>
    /// The minimum time for which a new item is used, even if the clock of this machine says it has expired, and the minimum time between a
    /// failed renewal and the next attempt while the old item is valid. Without it, a wrong clock or a failing identity service would
    /// double every call. If no valid item is left, every call tries to renew it.
    /// </summary>
    private static readonly TimeSpan MinimumUse = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly Func<CancellationToken, Task<T>> _issue;
    private readonly SharedCall<T> _renewal;
    private readonly TimeSpan _margin;
    private readonly TimeProvider _time;
    private readonly List<T> _replaced = [];
    private T? _current;
    private T? _latest;
    private DateTimeOffset _renewAt;
    private DateTimeOffset _end;
    private bool _disposed;

    /// <summary>Creates a holder.</summary>
    /// <param name="issue">Obtains a new item.</param>
    /// <param name="margin">
    /// How long before its expiry an item is replaced; a short-lived one is replaced in the last quarter of its lifetime.
    /// </param>
    /// <param name="time">The clock.</param>
    /// <param name="first">An item that is already available.</param>
    public RenewableValue(Func<CancellationToken, Task<T>> issue, TimeSpan margin, TimeProvider time, T? first = null)
    {
        _issue = issue;
        _renewal = new(RenewAsync);
        _margin = margin;
        _time = time;
        if (first is not null)
            Store(first);
    }

    /// <summary>The most recent item, for display only; it may have expired.</summary>
    public T Latest => _latest!;

    /// <summary>Whether the current item is valid and not due yet.</summary>
    private bool IsFresh => _current is not null && _time.GetUtcNow() < Earlier(_renewAt, _end);

    /// <summary>Returns an item that is valid now.</summary>
    public ValueTask<T> GetAsync(CancellationToken cancellationToken)
    {
        T? old;
        lock (_gate)
        {
            if (_disposed)
                throw Disposed();
            if (IsFresh)
                return new(_current!);
            old = _time.GetUtcNow() < _end ? _current : null;
        }
        return new(WaitAsync(_renewal.GetAsync(cancellationToken), old, cancellationToken));
    }

    /// <summary>Discards the current item if it is the one that the service rejected.</summary>
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
            _latest?.Dispose();
            _replaced.ForEach(item => item.Dispose());
            _current = null;
        }
        _renewal.Dispose();
    }

    private async Task<T> WaitAsync(Task<T> renewal, T? old, CancellationToken cancellationToken)
    {
        try
        {
            return await renewal.ConfigureAwait(false);
        }
        catch (Exception) when (old is not null && !cancellationToken.IsCancellationRequested && !_disposed)
        {
            return old;
        }
    }

    private async Task<T> RenewAsync(CancellationToken cancellationToken)
    {
        // Another renewal may have ended after the caller found the item due.
        lock (_gate)
        {
            if (IsFresh)
                return _current!;
        }

        try
        {
            T issued = await _issue(cancellationToken).ConfigureAwait(false);
            lock (_gate)
            {
                if (_disposed)
                    issued.Dispose();
                else
                    Store(issued);
            }

            return issued;
        }
        catch
        {
            lock (_gate)
                _renewAt = _time.GetUtcNow() + MinimumUse;
            throw;
        }
    }

    private void Store(T issued)
    {
        DateTimeOffset now = _time.GetUtcNow();
        TimeSpan life = issued.ExpiresAt - now;
        TimeSpan margin = TimeSpan.FromTicks(Math.Min(_margin.Ticks, life.Ticks / 4));
        // Requests in flight may still use it.
        if (_latest is not null)
            _replaced.Add(_latest);
        _current = _latest = issued;
        _end = Later(issued.ExpiresAt, now + MinimumUse);
        _renewAt = Later(issued.ExpiresAt - margin, now + MinimumUse);
    }

    private static ObjectDisposedException Disposed() => new(nameof(DmsCredential));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
