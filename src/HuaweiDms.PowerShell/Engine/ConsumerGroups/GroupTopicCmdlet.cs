using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that reads something of the topics of consumer groups. Each object of the pipeline may bring a topic of its own.</summary>
public abstract class GroupTopicCmdlet : GroupCmdlet
{
    private readonly Dictionary<InstanceReference, GroupTopics> _wanted = [];
    private (string[]? Names, NameFilter Filter)? _topics;
    private int _records;

    /// <summary>Only these topics, with wildcards. Objects that are about a topic bring it along.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Topic { get; set; }

    /// <summary>Whether all topics of all groups are asked for.</summary>
    private protected bool AllTopics { get; private set; } = true;

    /// <summary>
    /// The one topic that is asked for, by its whole name; null where there are several or a pattern. The reference does not say that
    /// the service takes a part of a name (5.6.11, 7.2.3.2).
    /// </summary>
    private protected override string? TopicHint => _records == 1 ? _topics?.Filter.Only : null;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        if (_topics is not { } known || !ReferenceEquals(known.Names, Topic))
            _topics = known = (Topic, new(Topic));
        _records++;
        AllTopics &= known.Filter.All;
        foreach (InstanceReference instance in InstanceId)
        {
            if (!_wanted.TryGetValue(instance, out GroupTopics? wanted))
                _wanted.Add(instance, wanted = new());
            wanted.Add(Groups, known.Filter);
        }
    }

    /// <summary>Whether a topic of a group is asked for.</summary>
    private protected bool IsWanted(ItemReference group, string? topic)
        => _wanted.TryGetValue(group.Instance, out GroupTopics? wanted) && wanted.Has(group.Name, topic);
}
