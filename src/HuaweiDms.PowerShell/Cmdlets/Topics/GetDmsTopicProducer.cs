using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the clients that are connected as producers of topics (5.5.7).</summary>
[Cmdlet(VerbsCommon.Get, "DmsTopicProducer", SupportsPaging = true)]
[OutputType("HuaweiDms.TopicProducer")]
public sealed class GetDmsTopicProducer : TopicListCmdlet
{
    private protected override Task ListAsync(IPipeline pipeline)
        => ListAsync(pipeline, (topic, range) => topic.Context.Client.Topics.ListProducers(topic.Instance.Id, topic.Name, range));
}
