using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists who may do what with topics of instances with SASL (5.7.6).</summary>
[Cmdlet(VerbsCommon.Get, "DmsTopicAccessPolicy", SupportsPaging = true)]
[OutputType("HuaweiDms.TopicAccessPolicy")]
public sealed class GetDmsTopicAccessPolicy : TopicListCmdlet
{
    private protected override Task ListAsync(IPipeline pipeline)
        => ReadAsync(pipeline, (topic, stop) => topic.Context.Client.AccessPolicies.ListAsync(topic.Instance.Id, topic.Name, stop));
}
