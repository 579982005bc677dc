using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed partial class LagFrameTests
{
    private static readonly DateTimeOffset Now = new(2024, 3, 4, 9, 15, 0, TimeSpan.Zero);

    private static readonly string[] Names = ["billing", "", "a-group-with-a-name-that-does-not-end-before-the-window-does-and-not-even-then", "\u30AB\u30D5\u30AB", "line\nbreak", "\u001B[2J", "\uD83D\uDE00"];

    [Fact]
    public void No_line_is_wider_than_the_window_and_there_are_never_more_lines_than_fit()
        => Prop.ForAll(
            ArbMap.Default.GeneratorFor<(long Lag, byte Name, byte Kind)[]>().ToArbitrary(),
            ArbMap.Default.GeneratorFor<(byte Width, byte Height, bool ByPartition, bool IsColored)>().ToArbitrary(),
            (rows, window) =>
            {
                LagBoard board = Board([.. rows.Select((row, number) => Row(Names[row.Name % Names.Length], $"{number}", Math.Abs(row.Lag % 1_000_000_000_000)) with
                {
                    Instance = row.Kind % 7 == 0 ? "kafka-dev" : "kafka-prod",
                    Where = Names[row.Kind % Names.Length],
                    Verdict = row.Kind % 3 == 0 ? null : (LagVerdict)(row.Kind % 5),
                    Change = row.Kind % 3 == 0 ? null : row.Lag / 7.0,
                    CatchUp = row.Kind % 3 == 1 ? TimeSpan.FromSeconds(Math.Abs(row.Lag % 1_000_000)) : null,
                })]);
                int width = Math.Max((int)window.Width, 1);
                int height = Math.Max(window.Height / 4, 1);
                FrameStyle style = window.IsColored ? FrameStyle.Colored.WithSigns() : FrameStyle.Plain;

                string[] lines = [.. new LagFrame(style, window.ByPartition).Draw(board, width, height, "q quits.").Select(line => Color().Replace(line, string.Empty))];

                return lines.Length >= 1 && lines.Length <= height && lines.All(line => TextWidth.Of(line) <= width && !line.Any(char.IsControl));
            }).Check(Trials.Of(100));

    [Fact]
    public void The_largest_lags_come_first_and_rows_that_do_not_fit_are_counted()
    {
        LagBoard board = Board(Row("small", "1", 5), Row("large", "2", 5000), Row("none", "3", 0), Row("middle", "4", 50));

        IReadOnlyList<string> lines = new LagFrame(FrameStyle.Plain, byPartition: false).Draw(board, 100, 5, "q quits.");

        Assert.Equal("09:15:00 UTC  Consumer lag of kafka-prod: 5,055 in 4 groups", lines[0]);
        Assert.StartsWith("large", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("middle", lines[3], StringComparison.Ordinal);
        Assert.Equal("2 rows more.  q quits.", lines[4]);
    }

    [Fact]
    public void In_a_narrow_window_the_least_important_columns_are_dropped_first()
    {
        LagBoard board = Board(Row("billing", "1", 5) with { Where = "orders/0", State = "Stable", Verdict = LagVerdict.Stuck, Change = 1 });
        LagFrame frame = new(FrameStyle.Plain, byPartition: false);

        Assert.Equal("Group    Lag  Change/s  Verdict  Caught up in  State   Worst partition", frame.Draw(board, 100)[1]);
        Assert.Equal("Group    Lag  Change/s  Verdict  State", frame.Draw(board, 45)[1]);
        Assert.Equal("Group    Lag", frame.Draw(board, 14)[1]);
    }

    [Fact]
    public void Colors_show_severity_and_a_plain_frame_has_none()
    {
        LagBoard board = Board(Row("stuck", "1", 9) with { Verdict = LagVerdict.Stuck }, Row("falling", "2", 8) with { Verdict = LagVerdict.FallingBehind }, Row("fine", "3", 7) with { Verdict = LagVerdict.KeepingUp });
        FrameStyle style = FrameStyle.Colored;

        IReadOnlyList<string> lines = new LagFrame(style, byPartition: false).Draw(board, 100);

        Assert.StartsWith(style.Bad, lines[2], StringComparison.Ordinal);
        Assert.StartsWith(style.Warn, lines[3], StringComparison.Ordinal);
        Assert.StartsWith("fine", lines[4], StringComparison.Ordinal);
        Assert.All(new LagFrame(FrameStyle.Plain, byPartition: false).Draw(board, 100), line => Assert.DoesNotContain('\u001B', line));
    }

    [Theory]
    [InlineData(false, 0, "None of the requested consumer groups exists.")]
    [InlineData(false, 1, "No requested consumer group has a lag of 1 message or more.")]
    [InlineData(true, 2000, "No partition of the requested consumer groups has a lag of 2,000 messages or more.")]
    public void An_empty_view_shows_the_instance_and_why_it_is_empty(bool byPartition, long minimumLag, string why)
    {
        LagBoard board = new(TimeSpan.FromSeconds(5));
        board.Apply(new(Now, []) { Instances = ["kafka-prod", "kafka-prod"] });

        Assert.Equal(
            ["09:15:00 UTC  Consumer lag of kafka-prod: 0 in 0 groups", why],
            new LagFrame(FrameStyle.Plain, byPartition, minimumLag).Draw(board, 100));
    }

    [Fact]
    public void Problems_replace_the_hint()
    {
        LagBoard board = Board(Row("billing", "1", 5));
        board.Apply(new(Now, []) { IsListUnread = true, Problems = [Failures.InvalidArgument("Any", 1, "it is wrong.")] });

        IReadOnlyList<string> lines = new LagFrame(FrameStyle.Plain, byPartition: false).Draw(board, 100, 10, "q quits.");

        Assert.Contains("it is wrong", lines[^1], StringComparison.Ordinal);
        Assert.Contains("not read", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void An_unread_row_stays_and_is_stale_and_a_deleted_one_disappears()
    {
        LagBoard board = Board(Row("old", "1", 5), Row("gone", "2", 6), Row("read", "3", 7));
        board.Apply(new(Now, [Row("read", "3", 9)]) { Unread = ["1"] });

        Assert.Equal([("read", 9L, false), ("old", 5L, true)], board.Rows.Select(row => (row.Name, row.Lag, row.IsStale)));
        Assert.Equal([7L, 9L], board.Rows[0].History);
        Assert.Equal([5L], board.Rows[1].History);
    }

    [Fact]
    public void The_history_of_a_row_is_limited()
    {
        LagBoard board = Board(Row("billing", "1", 0));
        for (int reading = 1; reading <= 100; reading++)
            board.Apply(new(Now, [Row("billing", "1", reading)]));

        Assert.Equal(100, board.Rows[0].History[^1]);
        Assert.InRange(board.Rows[0].History.Count, 2, 30);
    }

    [Theory]
    [InlineData(new long[] { 0, 0, 0 }, "000")]
    [InlineData(new long[] { 5, 5 }, "33")]
    [InlineData(new long[] { 0, 50, 100 }, "047")]
    [InlineData(new long[] { long.MinValue, long.MaxValue }, "07")]
    [InlineData(new long[] { }, "")]
    public void Sparklines_are_scaled_from_the_smallest_to_the_largest_value(long[] values, string drawn) => Assert.Equal(drawn, Sparkline.Draw(values, "01234567"));

    [Theory]
    [InlineData("orders", 10, "orders    ")]
    [InlineData("orders", 4, "ord~")]
    [InlineData("orders", 1, "o")]
    [InlineData("\u30AB\u30D5\u30AB", 5, "\u30AB\u30D5~")]
    [InlineData("\u30AB\u30D5\u30AB", 4, "\u30AB~ ")]
    public void Texts_are_cut_or_padded_to_the_width(string text, int width, string fitted) => Assert.Equal(fitted, TextWidth.Fit(text, width, "~"));

    private static LagBoard Board(params LagRow[] rows)
    {
        LagBoard board = new(TimeSpan.FromSeconds(5));
        board.Apply(new(Now, rows));
        return board;
    }

    private static LagRow Row(string name, string key, long lag) => new(key, key, "kafka-prod", name, lag);

    [GeneratedRegex("\u001B\\[[0-9;]*m", RegexOptions.None, 1000)]
    private static partial Regex Color();
}
