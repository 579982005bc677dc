using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Changes topics that there are, after a look at the list.</summary>
public abstract class NamedTopicCmdlet : TopicBatchCmdlet
{
    private bool _isNamed;

    /// <summary>The topics, by name; those from Get-DmsTopic bring their instance along.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Topic")]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    private protected override int BatchSize => TopicsApi.BatchSize;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        // Where the instance is given, what the pipeline brings are topics, such as rows of a file.
        _isNamed = MyInvocation.BoundParameters.ContainsKey(nameof(Name)) || MyInvocation.BoundParameters.ContainsKey(nameof(InstanceId));
    }

    /// <summary>Whether the names are those of topics. An instance from the pipeline has a name of its own.</summary>
    private protected bool AreTopics()
    {
        if (TopicReference.ObjectionToNames(_isNamed, InstanceId) is not { } objection)
            return true;
        WriteError(objection.ToRecord());
        return false;
    }

    private protected override Task<Dictionary<string, object>> LookAsync(
        DmsContext context, InstanceReference instance, IReadOnlyList<string> names, CancellationToken stop)
        => TopicLookup.FindAsync(context, instance.Id, names, stop);
}
