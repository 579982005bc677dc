using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that reads something of the topics of consumer groups. Each object of the pipeline may bring a topic of its own.</summary>
public abstract class GroupTopicCmdlet : GroupCmdlet
{
    private readonly List<Scope> _scopes = [];

    /// <summary>Only these topics, with wildcards. Objects that are about a topic bring it along.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Topic { get; set; }

    /// <summary>Whether all topics of all groups are asked for.</summary>
    private protected bool AllTopics => _scopes.TrueForAll(scope => scope.Topics.All);

    /// <summary>
    /// The one topic that is asked for, by its whole name; null where there are several or a pattern. The reference does not say that
    /// the service takes a part of a name (5.6.11, 7.2.3.2).
    /// </summary>
    private protected override string? TopicHint => _scopes.Count == 1 ? _scopes[0].Topics.Only : null;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        _scopes.Add(new([.. InstanceId], Groups, new(Topic)));
    }

    /// <summary>Whether a topic of a group is asked for.</summary>
    private protected bool IsWanted(ItemReference group, string? topic)
        => _scopes.Exists(scope => scope.Instances.Contains(group.Instance) && scope.Groups.Means(group.Name) && scope.Topics.Means(topic));

    private sealed record Scope(HashSet<InstanceReference> Instances, NameFilter Groups, NameFilter Topics);
}
