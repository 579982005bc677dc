using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Shows the lag of consumer groups and its trend, refreshed continuously in the terminal window (5.6.1, 5.6.2, 7.2.3.2). Without a
/// window, prints a given number of tables.
/// </summary>
[Cmdlet(VerbsCommon.Show, "DmsConsumerLag")]
[OutputType("System.String")]
public sealed class ShowDmsConsumerLag : GroupTopicCmdlet
{
    /// <summary>The number of columns without a window.</summary>
    private const int PrintedWidth = 120;

    /// <summary>The shortest time for which a trend is reported: consumers commit every 5 seconds by default.</summary>
    private static readonly TimeSpan Judged = TimeSpan.FromSeconds(15);

    private readonly WaitClock _clock = new();
    private readonly LagReader _reader = new(Judged);
    private LagScreen? _screen;
    private ProblemCollector? _reported;

    /// <summary>Shows one line per partition instead of one per group.</summary>
    [Parameter]
    public SwitchParameter ByPartition { get; set; }

    /// <summary>Only groups (with -ByPartition: partitions) with a lag of at least this many messages.</summary>
    [Parameter]
    [ValidateRange(0L, long.MaxValue)]
    public long MinimumLag { get; set; }

    /// <summary>The time between two readings.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The number of readings. If omitted, the cmdlet continues until you press q or Ctrl+C. Required without a window.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [Integer]
    public int? Count { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        // A single reading, or output that goes to another command, is printed as text.
        bool isHandedOn = MyInvocation.PipelinePosition < MyInvocation.PipelineLength;
        _screen = Count == 1 || isHandedOn ? null : LagScreen.Of(Host, GetVariableValue("PSStyle") is { } style ? PSObject.AsPSObject(style) : null);
        if (_screen is null && Count is null)
            ThrowTerminatingError(Failures.NoTerminal(MyInvocation.MyCommand.Name));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            base.EndProcessing();
        }
        finally
        {
            _screen?.Leave();
        }
    }

    /// <summary>If the total lag of a group is below the minimum, no partition reaches it.</summary>
    private protected override bool IsWorthReading(object listed) => ((ConsumerGroup)listed).Lag is not { } lag || lag >= MinimumLag;

    private protected override Task RunAsync(IPipeline pipeline) => base.RunAsync(_reported = new(pipeline, isReporting: true, pipeline.Stop));

    private protected override async Task ReadAsync(IPipeline pipeline, IReadOnlyList<ItemReference> groups)
    {
        LagFrame frame = new(_screen?.Style ?? FrameStyle.Plain, ByPartition, MinimumLag);
        LagBoard board = new(Interval);
        LagSnapshot first = await ReadSnapshotAsync(pipeline, groups).ConfigureAwait(false);
        await ReportUnknownTopicsAsync(pipeline).ConfigureAwait(false);
        // A missing instance, group or topic was reported, and nothing is left to show.
        if (first.Rows.Count == 0 && _reported?.Problems.Count > 0)
            return;
        board.Apply(first);
        if (_screen is null)
            await PrintAsync(pipeline, board, frame).ConfigureAwait(false);
        else
            await new LagWatch(
                _screen, board, frame, cancellationToken => ReadAgainAsync(pipeline, isReporting: false, cancellationToken), _clock).RunAsync(pipeline, Count).ConfigureAwait(false);
    }

    private async Task PrintAsync(IPipeline pipeline, LagBoard board, LagFrame frame)
    {
        for (int printed = 1; ; printed++)
        {
            await pipeline.WriteAllAsync(frame.Draw(board, PrintedWidth)).ConfigureAwait(false);
            if (printed == Count)
                return;
            await _clock.DelayAsync(Interval, pipeline.Stop).ConfigureAwait(false);
            board.Apply(await ReadAgainAsync(pipeline, isReporting: true, pipeline.Stop).ConfigureAwait(false));
            await pipeline.WriteAsync(string.Empty).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Reads the groups that exist now. Problems do not end the command; the view shows them, a series of tables reports them as
    /// errors.
    /// </summary>
    private async Task<LagSnapshot> ReadAgainAsync(IPipeline pipeline, bool isReporting, CancellationToken cancellationToken)
    {
        ProblemCollector problems = new(pipeline, isReporting, cancellationToken);
        IReadOnlyList<ItemReference> groups = await FindAsync(problems).ConfigureAwait(false);
        bool isListUnread = problems.Problems.Count > 0;
        LagSnapshot snapshot = await ReadSnapshotAsync(problems, groups).ConfigureAwait(false);
        return snapshot with { IsListUnread = isListUnread, Problems = problems.Problems };
    }

    private async Task<LagSnapshot> ReadSnapshotAsync(IPipeline pipeline, IReadOnlyList<ItemReference> groups)
    {
        List<string> unread = [];
        List<LagRow> rows = await ParallelLists.ReadAsync(
            pipeline,
            groups,
            ThrottleLimit,
            async (group, cancellationToken) =>
            {
                (ConsumerGroup read, IReadOnlyList<ConsumerLag> all) = await _reader.ReadAsync(group, cancellationToken).ConfigureAwait(false);
                return Rows(group, read, [.. all.Where(lag => IsWanted(group, lag.Topic))]);
            },
            (group, error) =>
            {
                unread.Add(group.Key);
                return FailureOf(group, error);
            }).ConfigureAwait(false);
        DateTimeOffset now = Instances.FirstOrDefault()?.Context.Client.UtcNow ?? DateTimeOffset.UtcNow;
        return new(now, rows) { Instances = [.. Instances.Select(found => LagRow.NameOf(found.Instance))], Unread = unread };
    }

    private IReadOnlyList<LagRow> Rows(ItemReference group, ConsumerGroup read, IReadOnlyList<ConsumerLag> lags)
    {
        IEnumerable<LagRow> rows = ByPartition
            ? lags.Select(lag => LagRow.Of(group, lag))
            : lags.Count > 0 || AllTopics ? [LagRow.Of(group, ConsumerLagSummary.Of(read, lags))] : [];
        return [.. rows.Where(row => row.Lag >= MinimumLag)];
    }
}
