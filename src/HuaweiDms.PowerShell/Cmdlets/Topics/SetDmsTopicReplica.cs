using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Assigns the replicas of partitions to the brokers you name (5.2.8). The service moves them in the background.</summary>
[Cmdlet(VerbsCommon.Set, "DmsTopicReplica", DefaultParameterSetName = Rows, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.TopicReplica")]
public sealed class SetDmsTopicReplica : PlacementCmdlet
{
    private const string Moving = "moving";
    private const string Arrived = "in place";

    /// <summary>The topics, by name.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Rows, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Topic { get; set; } = [];

    /// <summary>The partition.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Rows, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PartitionCompleter))]
    [OneValue]
    public WholeNumber? Partition { get; set; }

    /// <summary>Waits until the replicas are on the requested brokers.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>The maximum time to wait; one hour by default.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Emits the replicas of each topic in their new state.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string Purpose => "Place replicas";

    private protected override string[] TopicsOfRecord => Topic;

    private protected override WholeNumber? PartitionOfRecord => Partition;

    private protected override async Task RunAsync(IPipeline pipeline, IReadOnlyList<InstancePlan> plans)
    {
        List<(InstancePlan Plan, TopicReassignment Topic)> agreed = [];
        foreach (InstancePlan plan in plans)
        {
            foreach (TopicReassignment topic in plan.Topics)
            {
                if (topic.Assignment is null)
                    await pipeline.WriteErrorAsync(Failures.InvalidArgument("Plan", topic.Topic, Text.PlanRowRule)).ConfigureAwait(false);
                else if (await pipeline.AskAsync(plan.Instance.Subject, $"{Purpose}: {plan.Describe(topic)}").ConfigureAwait(false))
                    agreed.Add((plan, topic));
            }
        }
        if (agreed.Count == 0)
            return;
        using SendAndWait run = new(pipeline, $"{Purpose}: {Counted(agreed.Count, "topic")}", ThrottleLimit, agreed.Count, Wait ? Timeout : null);
        await run.RunAsync(
            [.. agreed.Select(item => new WorkItem($"{item.Topic.Topic} of {item.Plan.Instance.Subject}", item.Topic.Topic, inner => PlaceAsync(inner, run, item.Plan, item.Topic)))],
            Purpose).ConfigureAwait(false);
    }

    private async Task<object?> PlaceAsync(IPipeline pipeline, SendAndWait run, InstancePlan plan, TopicReassignment topic)
    {
        ReplicasApi replicas = plan.Context.Client.Replicas;
        await run.RequestAsync(async () =>
        {
            await replicas.PlaceAsync(plan.Instance.Id, topic.Topic, topic.Assignment!, pipeline.Stop).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        WaitTarget target = new($"{topic.Topic} of {plan.Instance.Subject}", topic.Topic, async cancellationToken =>
            IsInPlace(topic, await replicas.ListAsync(plan.Instance.Id, topic.Topic, cancellationToken).ConfigureAwait(false)) ? Arrived : Moving)
        {
            ShownBy = "Get-DmsTopicReplica",
        };
        await run.WaitAsync(target, WaitGoal.AnyOf(Arrived)).ConfigureAwait(false);
        return PassThru ? await run.RequestAsync(() => replicas.ListAsync(plan.Instance.Id, topic.Topic, pipeline.Stop)).ConfigureAwait(false) : null;
    }

    /// <summary>While replicas move, old and new ones exist together.</summary>
    private static bool IsInPlace(TopicReassignment topic, IReadOnlyList<TopicReplica> replicas)
    {
        ILookup<int?, TopicReplica> present = replicas.ToLookup(replica => replica.Partition);
        return topic.Assignment!.All(place => present[place.Partition].Select(replica => replica.Broker ?? -1).SequenceEqual(place.Brokers));
    }
}
