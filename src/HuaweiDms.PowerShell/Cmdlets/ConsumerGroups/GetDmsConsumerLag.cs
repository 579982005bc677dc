using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Tells how far groups are behind, partition by partition or in all, of hundreds of groups at once (5.6.1, 5.6.2, 7.2.3.2). With
/// -Sample it looks twice and tells whether each is getting better.
/// </summary>
[Cmdlet(VerbsCommon.Get, "DmsConsumerLag", DefaultParameterSetName = ByPartition)]
[OutputType("HuaweiDms.ConsumerLag", ParameterSetName = [ByPartition])]
[OutputType("HuaweiDms.ConsumerLagSummary", ParameterSetName = [ByGroup])]
public sealed class GetDmsConsumerLag : GroupTopicCmdlet
{
    private const string ByPartition = "ByPartition";
    private const string ByGroup = "ByGroup";

    /// <summary>Emits one object a group in place of one a partition.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByGroup)]
    public SwitchParameter Summary { get; set; }

    /// <summary>Only partitions, or groups with -Summary, that are behind by so many messages or more.</summary>
    [Parameter]
    [ValidateRange(0L, long.MaxValue)]
    public long MinimumLag { get; set; }

    /// <summary>Looks twice, so long apart, and judges. Longer than consumers take between two commits, which is 5 seconds by default.</summary>
    [Parameter]
    [Binding.Positive]
    [Duration]
    public TimeSpan? Sample { get; set; }

    /// <summary>A group whose partitions all together are less behind has no partition that is more.</summary>
    private protected override bool IsWanted(object listed) => ((ConsumerGroup)listed).Lag is not { } lag || lag >= MinimumLag || Sample is not null;

    private protected override async Task ReadAsync(IPipeline pipeline, IReadOnlyList<ItemReference> groups)
    {
        LagReader reader = new();
        IReadOnlyList<ItemReference> left = groups;
        if (Sample is { } time)
            left = await SampleAsync(pipeline, groups, reader, time).ConfigureAwait(false);
        await ParallelLists.WriteAsync(
            pipeline,
            left,
            ThrottleLimit,
            async (group, stop) =>
            {
                (ConsumerGroup read, IReadOnlyList<ConsumerLag> all) = await reader.ReadAsync(group, stop).ConfigureAwait(false);
                return (IReadOnlyList<object>)[.. Results(read, [.. all.Where(lag => IsWanted(group, lag.Topic))])];
            },
            FailureOf,
            async results =>
            {
                await pipeline.WriteAllAsync(results).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
    }

    /// <summary>The first look at all groups, and the time until the second. What fails here is not looked at again.</summary>
    private async Task<IReadOnlyList<ItemReference>> SampleAsync(
        IPipeline pipeline, IReadOnlyList<ItemReference> groups, LagReader reader, TimeSpan time)
    {
        List<ItemReference> seen = await ParallelLists.ReadAsync<ItemReference, ItemReference>(
            pipeline,
            groups,
            ThrottleLimit,
            async (group, stop) =>
            {
                await reader.ReadAsync(group, stop).ConfigureAwait(false);
                return [group];
            },
            FailureOf).ConfigureAwait(false);
        if (seen.Count > 0)
        {
            string activity = $"Lag of {Figures.Of(seen.Count, "consumer group")}";
            pipeline.WriteProgress(new(activity, $"the second look is {time:g} after the first"));
            await new WaitClock().DelayAsync(time, pipeline.Stop).ConfigureAwait(false);
            pipeline.WriteProgress(new(activity, "-", Completed: true));
        }
        return seen;
    }

    private IEnumerable<object> Results(ConsumerGroup group, IReadOnlyList<ConsumerLag> lags)
    {
        if (!Summary)
            return lags.Where(lag => (lag.Lag ?? 0) >= MinimumLag);
        ConsumerLagSummary summary = ConsumerLagSummary.Of(group, lags);
        return summary.Lag >= MinimumLag && (lags.Count > 0 || AllTopics) ? [summary] : [];
    }
}
