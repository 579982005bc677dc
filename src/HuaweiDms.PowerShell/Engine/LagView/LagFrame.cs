using System.Globalization;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Draws the lag view for a window of a given size. Nothing is wider or higher than the window.</summary>
/// <param name="style">The colors and characters.</param>
/// <param name="byPartition">Whether each row is a partition instead of a group.</param>
/// <param name="minimumLag">The smallest lag that is shown.</param>
internal sealed class LagFrame(FrameStyle style, bool byPartition, long minimumLag = 0)
{
    private const int NameLeast = 12;

    /// <summary>The lines for a window.</summary>
    /// <param name="board">What is shown.</param>
    /// <param name="width">The places of a line.</param>
    /// <param name="height">The height of the window in lines; null for no limit.</param>
    /// <param name="hint">The bottom line while there are no problems; null for none.</param>
    public IReadOnlyList<string> Draw(LagBoard board, int width, int? height = null, string? hint = null)
    {
        bool hasFooter = hint is not null && height is null or > 1;
        int room = Math.Max((height ?? int.MaxValue) - (hasFooter ? 3 : 2), 0);
        LagRow[] shown = [.. board.Rows.Take(room)];
        List<string> lines = [style.Paint(TextWidth.Cut(Title(board), width, style.Ellipsis), style.Strong)];
        if (board.Rows.Count == 0 && room > 0)
        {
            lines.Add(TextWidth.Cut(NoRows(), width, style.Ellipsis));
        }
        else if (room > 0)
        {
            IReadOnlyList<FrameColumn> columns = FrameColumns.Fit(Columns(board), board.Rows, width);
            string head = Line(columns, column => column.Name, width);
            // A highlighted header spans the whole width.
            lines.Add(style.Head.Length > 0 ? style.Paint(TextWidth.Fit(head, width, style.Ellipsis), style.Head) : head);
            lines.AddRange(shown.Select(row => style.Paint(Line(columns, column => column.Text(row), width), ColorOf(row))));
        }
        if (hasFooter)
            lines.Add(Footer(board, board.Rows.Count - shown.Length, width, hint!));
        return lines;
    }

    private static string Title(LagBoard board)
    {
        IReadOnlyList<string> instances = board.Instances;
        string where = instances.Count switch { 0 => string.Empty, 1 => " of " + Printable.Of(instances[0]), _ => $" of {instances.Count} instances" };
        int groups = board.Rows.Select(row => row.Group).Distinct(StringComparer.Ordinal).Count();
        string lag = Figures.Count(board.Rows.Total(row => row.Lag));
        string change = board.Rows.Any(row => row.Change is not null) ? $" ({Figures.Change(board.Rows.Sum(row => row.Change ?? 0))}/s)" : string.Empty;
        string time = board.At.ToUniversalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return $"{time} UTC  Consumer lag{where}: {lag}{change} in {Counted(groups, "group")}";
    }

    private string NoRows()
        => minimumLag > 0
            ? $"No {(byPartition ? "partition of the requested consumer groups" : "requested consumer group")} has a lag of {Counted(minimumLag, "message")} or more."
            : "None of the requested consumer groups exists.";

    private string Footer(LagBoard board, int hidden, int width, string hint)
    {
        string more = hidden > 0 ? $"{Counted(hidden, "row")} more.  " : string.Empty;
        if (board.Problems.Count == 0)
            return style.Paint(TextWidth.Cut(more + hint, width, style.Ellipsis), style.Quiet);
        string others = board.Problems.Count > 1 ? $"({board.Problems.Count} problems) " : string.Empty;
        return style.Paint(TextWidth.Cut(more + others + Printable.Of(board.Problems[0]), width, style.Ellipsis), style.Warn);
    }

    private string Line(IReadOnlyList<FrameColumn> columns, Func<FrameColumn, string> text, int width)
        => TextWidth.Cut(
            string.Join(FrameColumns.Gap, columns.Select(column => TextWidth.Fit(text(column), column.Width, style.Ellipsis, column.IsNumber))).TrimEnd(),
            width,
            style.Ellipsis);

    private string ColorOf(LagRow row)
        => row.IsStale ? style.Quiet
            : row.Verdict switch { LagVerdict.Stuck => style.Bad, LagVerdict.FallingBehind => style.Warn, _ => string.Empty };

    private IEnumerable<FrameColumn> Columns(LagBoard board)
    {
        if (board.Instances.Count > 1)
            yield return new("Instance", row => Printable.Of(row.Instance), Rank: 3) { Least = NameLeast };
        yield return new("Group", row => Printable.Of(row.Name), Rank: 0) { Least = NameLeast };
        if (byPartition)
            yield return new("Partition", row => Printable.Of(row.Where ?? Figures.Unknown), Rank: 1) { Least = NameLeast };
        yield return new("Lag", row => Figures.Count(row.Lag), Rank: 0) { IsNumber = true };
        yield return new("Change/s", row => Figures.Change(row.Change), Rank: 3) { IsNumber = true };
        yield return new("Verdict", row => row.IsStale ? "not read" : row.Verdict?.ToString() ?? Figures.Unknown, Rank: 2);
        yield return new("Caught up in", row => Figures.Duration(row.CatchUp), Rank: 5) { IsNumber = true };
        if (board.Rows.Any(row => row.History.Count > 1))
            yield return new("Trend", row => Sparkline.Draw(row.History, style.Steps), Rank: 6) { IsNumber = true };
        yield return new("State", row => Printable.Of(row.State ?? Figures.Unknown), Rank: 4);
        yield return byPartition
            ? new("Reader", row => Printable.Of(row.Reader ?? Figures.Unknown), Rank: 7) { Least = NameLeast }
            : new("Worst partition", row => Printable.Of(row.Where ?? Figures.Unknown), Rank: 7) { Least = NameLeast };
    }
}
