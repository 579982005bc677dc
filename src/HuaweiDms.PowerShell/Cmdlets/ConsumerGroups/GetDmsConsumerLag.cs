using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Reads the lag of consumer groups, per partition or in total, for hundreds of groups in parallel (5.6.1, 5.6.2, 7.2.3.2). With
/// -Sample, it reads the lag twice and reports the trend; with -Age, it reports since when each lags (5.8.1).
/// </summary>
[Cmdlet(VerbsCommon.Get, "DmsConsumerLag", DefaultParameterSetName = ByPartition)]
[OutputType("HuaweiDms.ConsumerLag", ParameterSetName = [ByPartition])]
[OutputType("HuaweiDms.ConsumerLagSummary", ParameterSetName = [ByGroup])]
public sealed class GetDmsConsumerLag : GroupTopicCmdlet
{
    private const string ByPartition = "ByPartition";
    private const string ByGroup = "ByGroup";
    private const string AgedPartition = "HuaweiDms.ConsumerLag#Age";
    private const string AgedGroup = "HuaweiDms.ConsumerLagSummary#Age";

    /// <summary>Emits one object per group instead of one per partition.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByGroup)]
    public SwitchParameter Summary { get; set; }

    /// <summary>Only partitions (with -Summary: groups) with a lag of at least this many messages.</summary>
    [Parameter]
    [ValidateRange(0L, long.MaxValue)]
    public long MinimumLag { get; set; }

    /// <summary>Reports how long the next message to be read has been waiting, with one request per partition that lags.</summary>
    [Parameter]
    public SwitchParameter Age { get; set; }

    /// <summary>
    /// Only partitions (with -Summary: groups) whose next message has been waiting at least this long, or for an unknown time.
    /// </summary>
    [Parameter]
    [Duration]
    public TimeSpan? MinimumAge { get; set; }

    /// <summary>
    /// Reads the lag twice, this far apart, and reports the trend. Use more time than consumers take between two commits (5 seconds by
    /// default).
    /// </summary>
    [Parameter]
    [Binding.Positive]
    [Duration]
    public TimeSpan? Sample { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (MinimumAge < TimeSpan.Zero)
            ThrowTerminatingError(Failures.InvalidArgument(nameof(MinimumAge), MinimumAge, Text.MinimumAgeRule));
    }

    /// <summary>If the total lag of a group is below the minimum, no partition reaches it; without lag, no message is old.</summary>
    private protected override bool IsWorthReading(object listed)
        => ((ConsumerGroup)listed).Lag is not { } lag || lag >= Math.Max(MinimumLag, MinimumAge is null ? 0 : 1) || Sample is not null;

    private protected override async Task ReadAsync(IPipeline pipeline, IReadOnlyList<ItemReference> groups)
    {
        LagReader reader = new();
        IReadOnlyList<ItemReference> left = groups;
        if (Sample is { } time)
            left = await SampleAsync(pipeline, groups, reader, time).ConfigureAwait(false);
        using Throttle throttle = new(ThrottleLimit);
        AgeReader? ages = Age || MinimumAge is not null ? new(throttle) : null;
        await ParallelLists.WriteAsync<ItemReference, object>(
            pipeline,
            left,
            ThrottleLimit,
            async (group, cancellationToken) =>
            {
                (ConsumerGroup read, IReadOnlyList<ConsumerLag> all)
                    = await throttle.RunAsync(() => reader.ReadAsync(group, cancellationToken), cancellationToken).ConfigureAwait(false);
                ConsumerLag[] lags = [.. all.Where(lag => IsWanted(group, lag.Topic) && (Summary || (lag.Lag ?? 0) >= MinimumLag))];
                if (Summary && (lags.Total(lag => lag.Lag) < MinimumLag || (lags.Length == 0 && !AllTopics)))
                    return [];
                if (ages is not null)
                    await ages.ReadAsync(group, lags, cancellationToken).ConfigureAwait(false);
                return Results(read, lags);
            },
            FailureOf).ConfigureAwait(false);
        foreach (Failure failure in ages?.Failures ?? [])
            await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
    }

    /// <summary>Reads all groups once and waits until the second reading. A group that fails here is not read again.</summary>
    private async Task<IReadOnlyList<ItemReference>> SampleAsync(
        IPipeline pipeline, IReadOnlyList<ItemReference> groups, LagReader reader, TimeSpan time)
    {
        List<ItemReference> seen = await ParallelLists.ReadAsync<ItemReference, ItemReference>(
            pipeline,
            groups,
            ThrottleLimit,
            async (group, cancellationToken) =>
            {
                await reader.ReadAsync(group, cancellationToken).ConfigureAwait(false);
                return [group];
            },
            FailureOf).ConfigureAwait(false);
        if (seen.Count > 0)
        {
            string activity = $"Lag of {Counted(seen.Count, "consumer group")}";
            pipeline.WriteProgress(new(activity, $"second reading {time:g} after the first"));
            await new WaitClock().DelayAsync(time, pipeline.Stop).ConfigureAwait(false);
            pipeline.WriteProgress(new(activity, "-", Completed: true));
        }
        return seen;
    }

    private object[] Results(ConsumerGroup group, IReadOnlyList<ConsumerLag> lags)
    {
        object[] results = !Summary ? [.. lags.Where(IsOld)]
            : MinimumAge is null || lags.Any(IsOld) ? [ConsumerLagSummary.Of(group, lags)]
            : [];
        if (Age || MinimumAge is not null)
        {
            foreach (object result in results)
                PSObject.AsPSObject(result).TypeNames.Insert(0, Summary ? AgedGroup : AgedPartition);
        }
        return results;
    }

    /// <summary>A waiting message that is no longer retained may be the oldest of all, so an unknown age counts as old.</summary>
    private bool IsOld(ConsumerLag lag) => MinimumAge is not { } minimum || (lag.Lag > 0 && (lag.Age is not { } age || age >= minimum));
}
