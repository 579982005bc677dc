using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Changes existing topics, after reading the list.</summary>
public abstract class NamedTopicCmdlet : TopicBatchCmdlet
{
    /// <summary>The topics, by name; objects from Get-DmsTopic also supply their instance.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Topic")]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    private protected override int BatchSize => TopicsApi.BatchSize;

    /// <summary>Whether a name is that of a topic; reports one that was only bound from an instance.</summary>
    private protected bool IsTopic(string name)
    {
        if (Array.Exists(InstanceId, instance => CommandLine.IsInstance(instance, name)))
            WriteError(Failures.InvalidArgument(nameof(Name), name, Text.NameOfInstanceRule));
        else if (CommandLine.FindOtherKind(InstanceId, name, "topic") is { } other)
            WriteError(Failures.NameOfAnother(nameof(Name), name, other, "topic"));
        else
            return true;
        return false;
    }

    private protected override Task<Dictionary<string, object>> ReadPresentAsync(
        DmsContext context, InstanceReference instance, IReadOnlyList<string> names, CancellationToken cancellationToken)
        => TopicLookup.FindOrFailAsync(context, instance, names, cancellationToken);
}
