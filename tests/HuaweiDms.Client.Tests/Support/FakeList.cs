using System.Globalization;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>A list of numbers at a service. It rejects offsets past its end, and can hold its responses back.</summary>
internal sealed class FakeList(int count)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, TaskCompletionSource> _held = [];
    private readonly List<(long Offset, int Limit)> _asked = [];
    private int _inFlight;

    public int Count { get; set; } = count;

    public int PageSize { get; init; } = 50;

    /// <summary>The maximum page size of the service, whatever is requested.</summary>
    public int LargestPage { get; init; } = int.MaxValue;

    /// <summary>The indexes that count but are never returned.</summary>
    public Func<int, bool> Hidden { get; init; } = _ => false;

    /// <summary>The number of objects by which a page is shorter than requested.</summary>
    public Func<long, int> Short { get; init; } = _ => 0;

    public bool HasTotal { get; init; } = true;

    /// <summary>Whether responses wait for <see cref="Release"/>.</summary>
    public bool Held { get; set; }

    public bool RepeatsFirstPage { get; init; }

    public string CodePastTheEnd { get; init; } = "DMS.40050010";

    public Func<long, bool> Throttled { get; init; } = _ => false;

    public Func<long, Exception?> Failure { get; init; } = _ => null;

    public int InFlight => Volatile.Read(ref _inFlight);

    public int MostInFlight { get; private set; }

    public int Canceled { get; private set; }

    public IReadOnlyList<(long Offset, int Limit)> Asked
    {
        get
        {
            lock (_gate)
                return [.. _asked];
        }
    }

    /// <summary>The requested offsets without a response, in order.</summary>
    public IReadOnlyList<long> Waiting
    {
        get
        {
            lock (_gate)
                return [.. _held.Keys.Order()];
        }
    }

    public PagedResult<int> Read(PageRange range = default)
        => new(new(FetchAsync, PageSize, item => item.ToString(CultureInfo.InvariantCulture)), range);

    /// <summary>Reads to the end; runs on the calling thread and on the thread that releases a page.</summary>
    public async Task<List<int>> ReadAllAsync(CancellationToken? cancellationToken = null, PageRange range = default)
    {
        List<int> read = [];
        await foreach (int item in Read(range).WithCancellation(cancellationToken ?? TestContext.Current.CancellationToken).ConfigureAwait(false))
            read.Add(item);
        return read;
    }

    /// <summary>Responds with the page at an offset.</summary>
    public void Release(long offset)
    {
        TaskCompletionSource? held;
        lock (_gate)
            Assert.True(_held.Remove(offset, out held), $"No request waits for offset {offset}.");
        held.SetResult();
    }

    /// <summary>Waits until the page at an offset is requested.</summary>
    public Task WaitForAsync(long offset) => Wait.UntilAsync(() => Waiting.Contains(offset));

    private async Task<Page<int>> FetchAsync(long offset, int limit, CancellationToken cancellationToken)
    {
        Task held;
        lock (_gate)
        {
            _asked.Add((offset, limit));
            _inFlight++;
            MostInFlight = Math.Max(MostInFlight, _inFlight);
            held = Held ? (_held[offset] = new()).Task : Task.CompletedTask;
        }
        try
        {
            await HoldAsync(offset, held, cancellationToken);
            return Response(offset, limit);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private async Task HoldAsync(long offset, Task held, CancellationToken cancellationToken)
    {
        await using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(_ => Cancel(offset, cancellationToken), null);
        await held;
    }

    private void Cancel(long offset, CancellationToken cancellationToken)
    {
        TaskCompletionSource? held;
        lock (_gate)
        {
            if (!_held.Remove(offset, out held))
                return;
            Canceled++;
        }
        held.TrySetCanceled(cancellationToken);
    }

    private Page<int> Response(long offset, int limit)
    {
        limit = Math.Min(limit, LargestPage);
        if (Failure(offset) is { } failure)
            throw failure;
        if (RepeatsFirstPage)
            offset = 0;
        if (offset > 0 && offset >= Count)
            throw new DmsException(DmsErrorKind.InvalidArgument, CodePastTheEnd, "The offset is past the end.");
        int[] items = [.. Enumerable.Range((int)offset, (int)Math.Min(Math.Max(limit - Short(offset), 1), Count - offset)).Where(item => !Hidden(item))];
        return new(items, HasTotal ? Count : null) { Throttled = Throttled(offset) };
    }
}
