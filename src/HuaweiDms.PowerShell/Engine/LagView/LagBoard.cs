namespace HuaweiDms.PowerShell.Engine;

/// <summary>The content of the lag view: the latest reading, and the history of earlier ones.</summary>
/// <param name="interval">The time between two readings.</param>
internal sealed class LagBoard(TimeSpan interval)
{
    /// <summary>The number of readings kept for each row.</summary>
    private const int Memory = 24;

    private Dictionary<string, LagRow> _known = new(StringComparer.Ordinal);

    public TimeSpan Interval { get; } = interval;

    /// <summary>The time of the latest reading.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The rows, largest lag first.</summary>
    public IReadOnlyList<LagRow> Rows { get; private set; } = [];

    /// <summary>The instances of the rows; without rows, the requested ones.</summary>
    public IReadOnlyList<string> Instances { get; private set; } = [];

    /// <summary>What went wrong in the latest reading.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Applies a reading. Rows that could not be read remain, marked as stale; rows that no longer exist are removed.</summary>
    public void Apply(LagSnapshot snapshot)
    {
        Dictionary<string, LagRow> rows = new(StringComparer.Ordinal);
        foreach (LagRow row in snapshot.Rows)
        {
            IReadOnlyList<long> before = _known.TryGetValue(row.Key, out LagRow? known) ? known.History : [];
            rows[row.Key] = row with { History = [.. before.Skip(Math.Max(before.Count - Memory + 1, 0)), row.Lag] };
        }
        foreach (LagRow old in _known.Values.Where(old => (snapshot.IsListUnread || snapshot.Unread.Contains(old.Group)) && !rows.ContainsKey(old.Key)))
            rows[old.Key] = old with { IsStale = true };
        _known = rows;
        At = snapshot.At;
        Rows =
        [
            .. rows.Values.OrderByDescending(row => row.Lag).ThenByDescending(row => row.Verdict)
                .ThenBy(row => row.Instance, StringComparer.Ordinal).ThenBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Where, StringComparer.Ordinal),
        ];
        Instances = [.. (Rows.Count > 0 ? Rows.Select(row => row.Instance) : snapshot.Instances).Distinct(StringComparer.Ordinal)];
        Problems = [.. snapshot.Problems.Select(problem => problem.Exception.Message).Distinct(StringComparer.Ordinal)];
    }
}
