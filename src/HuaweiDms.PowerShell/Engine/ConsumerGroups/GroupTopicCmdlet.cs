using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that reads something of the topics of consumer groups. Each pipeline object may supply its own topic.</summary>
public abstract class GroupTopicCmdlet : GroupCmdlet
{
    private readonly ItemScopes _scopes = new();
    private readonly RecordFilter _topics = new();
    private bool _isChecked;

    /// <summary>The topics, with wildcards; if omitted, all. Objects with a topic supply it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Topic { get; set; }

    /// <summary>Whether all topics of all groups are requested.</summary>
    private protected bool AllTopics => _scopes.All;

    /// <summary>
    /// The one requested topic, by its exact name; null for several or a pattern. The reference does not say that the service
    /// accepts part of a name (5.6.11, 7.2.3.2).
    /// </summary>
    private protected override string? TopicHint => _scopes.Only;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        _scopes.Add(InstanceId, Groups, _topics.Of(Topic, areExact: !CommandLine.Has(nameof(Topic))));
    }

    /// <summary>Whether a topic of a group is requested.</summary>
    private protected bool IsWanted(ItemReference group, string? topic) => _scopes.Includes(group, topic);

    private protected override async Task RunAsync(IPipeline pipeline)
    {
        await base.RunAsync(pipeline).ConfigureAwait(false);
        await ReportUnknownTopicsAsync(pipeline).ConfigureAwait(false);
    }

    /// <summary>
    /// Reports named topics that no group reads and that do not exist: an empty result would look like no lag. Topics from the
    /// pipeline are known to exist.
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
