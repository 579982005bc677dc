using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Shows how far groups are behind and whether that is getting better, again and again, in the window of the terminal (5.6.1, 5.6.2,
/// 7.2.3.2). Without a window it prints as many tables as asked for.
/// </summary>
[Cmdlet(VerbsCommon.Show, "DmsConsumerLag")]
[OutputType("System.String")]
public sealed class ShowDmsConsumerLag : GroupTopicCmdlet
{
    /// <summary>The places of a line where there is no window.</summary>
    private const int PrintedWidth = 120;

    /// <summary>The least time that is judged by: consumers commit every 5 seconds by default.</summary>
    private static readonly TimeSpan Judged = TimeSpan.FromSeconds(15);

    private readonly WaitClock _clock = new();
    private readonly LagReader _reader = new(Judged);
    private LagScreen? _screen;
    private ProblemCollector? _reported;

    /// <summary>Shows a line a partition in place of one a group.</summary>
    [Parameter]
    public SwitchParameter ByPartition { get; set; }

    /// <summary>Only groups, or partitions with -ByPartition, that are behind by so many messages or more.</summary>
    [Parameter]
    [ValidateRange(0L, long.MaxValue)]
    public long MinimumLag { get; set; }

    /// <summary>The time between two looks.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often it looks before it ends; left out, until q or Ctrl+C is pressed. Without a window it has to be given.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [Integer]
    public int? Count { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        // Whoever looks once, or hands the output on, wants text and not a view.
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

    /// <summary>A group whose partitions all together are less behind has no partition that is more.</summary>
    private protected override bool IsWanted(object listed) => ((ConsumerGroup)listed).Lag is not { } lag || lag >= MinimumLag;

    private protected override Task RunAsync(IPipeline pipeline) => base.RunAsync(_reported = new(pipeline, isReporting: true, pipeline.Stop));

    private protected override async Task ReadAsync(IPipeline pipeline, IReadOnlyList<ItemReference> groups)
    {
        LagFrame frame = new(_screen?.Style ?? FrameStyle.Plain, ByPartition);
        LagBoard board = new(Interval);
        LagSnapshot first = await ReadSnapshotAsync(pipeline, groups).ConfigureAwait(false);
        await ReportUnknownTopicsAsync(pipeline).ConfigureAwait(false);
        // An instance, a group or a topic that is not there is reported, and there is nothing to look at.
        if (first.Rows.Count == 0 && _reported?.Problems.Count > 0)
            return;
        board.Apply(first);
        if (_screen is null)
            await PrintAsync(pipeline, board, frame).ConfigureAwait(false);
        else
            await new LagWatch(_screen, board, frame, stop => ReadAgainAsync(pipeline, isReporting: false, stop), _clock).RunAsync(pipeline, Count).ConfigureAwait(false);
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

    /// <summary>A look at the groups there are by now. Its problems do not end the command; a view shows them, a list of tables reports them.</summary>
    private async Task<LagSnapshot> ReadAgainAsync(IPipeline pipeline, bool isReporting, CancellationToken stop)
    {
        ProblemCollector problems = new(pipeline, isReporting, stop);
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
            async (group, stop) =>
            {
                (ConsumerGroup read, IReadOnlyList<ConsumerLag> all) = await _reader.ReadAsync(group, stop).ConfigureAwait(false);
                return Rows(group, read, [.. all.Where(lag => IsWanted(group, lag.Topic))]);
            },
            (group, error) =>
            {
                unread.Add(group.Key);
                return FailureOf(group, error);
            }).ConfigureAwait(false);
        return new(UtcNow, rows) { Unread = unread };
    }

    private IReadOnlyList<LagRow> Rows(ItemReference group, ConsumerGroup read, IReadOnlyList<ConsumerLag> lags)
    {
        IEnumerable<LagRow> rows = ByPartition
            ? lags.Select(lag => LagRow.Of(group, lag))
            : lags.Count > 0 || AllTopics ? [LagRow.Of(group, ConsumerLagSummary.Of(read, lags))] : [];
        return [.. rows.Where(row => row.Lag >= MinimumLag)];
    }
}
