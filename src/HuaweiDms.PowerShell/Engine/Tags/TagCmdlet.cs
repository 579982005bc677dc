using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that changes tags: prompts for every tag in input order, then sends one request per instance.</summary>
public abstract class TagCmdlet : ThrottledCmdlet
{
    private readonly PerInstance<Dictionary<string, string>> _given = new(_ => new(StringComparer.Ordinal));
    private readonly PerInstance<Dictionary<string, string>> _tags = new(_ => new(StringComparer.Ordinal));

    /// <summary>
    /// The instances, by id or as objects from Get-DmsInstance. Key and value have the first positions, so that they can be typed
    /// after a pipeline.
    /// </summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>Emits each instance in its new state.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Sends the change of one instance.</summary>
    private protected abstract Task ChangeAsync(
        DmsContext context, string instanceId, Dictionary<string, string> tags, CancellationToken cancellationToken);

    /// <summary>Reports an invalid tag.</summary>
    private protected void WriteError(BrokenTagRule broken)
        => WriteError(Failures.InvalidArgument(broken.Part, broken.Text, broken.Rule));

    /// <summary>Whether a tag of an instance may be changed; reports why not.</summary>
    private protected virtual bool MayChange(FoundInstance found, string key) => true;

    /// <summary>Prompts for a tag of each instance and keeps it for the end; a repeated tag counts once.</summary>
    private protected void Collect(string key, string value, string action)
    {
        foreach (FoundInstance found in Resolve(InstanceId))
        {
            if (_given[found].TryGetValue(key, out string? other))
            {
                if (other != value)
                    WriteError(Failures.InvalidArgument("Value", value, Format(Text.TagTwiceRule, key, found.Instance.Subject, other)));
                continue;
            }
            _given[found].Add(key, value);
            if (MayChange(found, key) && Ask(found.Instance.Subject, action))
                _tags[found].Add(key, value);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        WorkItem[] items =
        [
            .. _tags.All.Select(change => new WorkItem(
                change.Found.Instance.Subject,
                change.Found.Instance.Id,
                async pipeline =>
                {
                    (DmsContext context, InstanceReference instance) = change.Found;
                    await ChangeAsync(context, instance.Id, change.Own, pipeline.Stop).ConfigureAwait(false);
                    return PassThru ? await context.Client.Instances.GetAsync(instance.Id, pipeline.Stop).ConfigureAwait(false) : null;
                })),
        ];
        if (items.Length > 0)
            RunReporting(pipeline => ItemRunner.RunAsync(pipeline, items, Purpose, ThrottleLimit));
    }
}
