using System.Diagnostics;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The history of a wait, for a log that cannot show a progress bar: each state of each object once, with its time. It is printed
/// in one piece at the end, so that no other output is folded into it.
/// </summary>
internal sealed class WaitLog
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Dictionary<string, string> _last = [];
    private readonly List<string> _lines = [];

    /// <summary>Notes how far a wait is.</summary>
    /// <returns>The lines to print: none before the end.</returns>
    public IEnumerable<string> Note(Progress progress, CiLog log)
    {
        if (progress.Completed)
            return _lines.Count == 0 ? [] : log.Group($"{progress.Activity}: {progress.Status}", _lines);
        if (progress.Subject is { } subject && progress.State is { } state && !(_last.TryGetValue(subject, out string? before) && before == state))
        {
            _last[subject] = state;
            _lines.Add(FormattableString.Invariant($"{_watch.Elapsed.TotalSeconds,6:0} s  {subject}: {state}"));
        }
        return [];
    }
}
