using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that reads something of the topics of consumer groups. Each object of the pipeline may bring a topic of its own.</summary>
public abstract class GroupTopicCmdlet : GroupCmdlet
{
    private readonly ItemScopes _scopes = new();
    private bool _isChecked;
    private (string[]? Names, NameFilter Filter)? _topics;

    /// <summary>Only these topics, with wildcards. Objects that are about a topic bring it along.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Topic { get; set; }

    /// <summary>Whether all topics of all groups are asked for.</summary>
    private protected bool AllTopics => _scopes.All;

    /// <summary>
    /// The one topic that is asked for, by its whole name; null where there are several or a pattern. The reference does not say that
    /// the service takes a part of a name (5.6.11, 7.2.3.2).
    /// </summary>
    private protected override string? TopicHint => _scopes.Only;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        if (_topics is not { } known || !ReferenceEquals(known.Names, Topic))
            _topics = known = (Topic, new(Topic, areExact: !CommandLine.Has(nameof(Topic))));
        _scopes.Add(InstanceId, Groups, known.Filter);
    }

    /// <summary>Whether a topic of a group is asked for.</summary>
    private protected bool IsWanted(ItemReference group, string? topic) => _scopes.Includes(group, topic);

    private protected override async Task RunAsync(IPipeline pipeline)
    {
        await base.RunAsync(pipeline).ConfigureAwait(false);
        await ReportUnknownTopicsAsync(pipeline).ConfigureAwait(false);
    }

    /// <summary>
    /// A topic that is named and that no group reads may not be there at all, which is said: that nobody lags would be good news. What
    /// the pipeline brings was listed before.
    /// </summary>
    private protected async Task ReportUnknownTopicsAsync(IPipeline pipeline)
    {
        if (_isChecked || !CommandLine.Has(nameof(Topic)) || HasEnough)
            return;
        _isChecked = true;
        IReadOnlyList<string> named = new NameFilter(Topic).Literals;
        foreach (FoundInstance found in Instances)
            await TopicLookup.ReportMissingAsync(pipeline, found, _scopes.Unmet(found, named)).ConfigureAwait(false);
    }
}
