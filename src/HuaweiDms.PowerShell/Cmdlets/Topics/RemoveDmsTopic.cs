using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Deletes topics and all their messages (5.5.5; v1.0: 7.1.1.9), with one request for many topics of an instance.</summary>
[Cmdlet(VerbsCommon.Remove, "DmsTopic", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.TopicActionResult")]
public sealed class RemoveDmsTopic : NamedTopicCmdlet
{
    private protected override string Purpose => "Delete topic";

    private protected override string ServiceAction => "delete";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string name in Name.Where(IsTopic))
        {
            if (CommandLine.FindPart(nameof(Name), InstanceId, "topic") is { } part)
                WriteError(Failures.NameOfPart(nameof(Name), name, part, "topic"));
            else if (Topic.IsSystemName(name))
                WriteError(Failures.InvalidArgument(nameof(Name), name, Text.SystemTopicRule));
            else
                Collect(nameof(Name), name, name, merge: request => request);
        }
    }

    private protected override TopicPlan Plan(BatchItem item, object present, object request)
    {
        Topic topic = (Topic)present;
        return topic.IsSystem
            ? TopicPlan.Refused(Failures.InvalidArgument(nameof(Name), topic.Name, Text.SystemTopicRule))
            : TopicPlan.To(TopicLoss.Of(topic.PartitionCount), topic.Name!, isLoss: true);
    }

    private protected override Task<IReadOnlyList<TopicActionResult>> SendAsync(IPipeline pipeline, FoundInstance found, IReadOnlyList<object> payloads)
        => found.Context.Client.Topics.DeleteAsync(found.Instance.Id, [.. payloads.Cast<string>()], pipeline.Stop);

    private protected override async Task FinishAsync(
        IPipeline pipeline, IReadOnlyList<BatchItem> items, IReadOnlyDictionary<BatchItem, TopicActionResult> results)
        => await pipeline.WriteAllAsync([.. items.Select(item => results[item])]).ConfigureAwait(false);
}
