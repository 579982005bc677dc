using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Removes tags of Kafka instances, all tags of an instance with one request (5.10.1).</summary>
[Cmdlet(VerbsCommon.Remove, "DmsTag", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.Instance")]
public sealed class RemoveDmsTag : TagCmdlet
{
    /// <summary>The keys of the tags.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(TagKeyCompleter))]
    public string[] Key { get; set; } = [];

    private protected override bool IsDestructive => true;

    private protected override string? OwnNoun => "tag";

    private protected override string Purpose => "Remove the tags";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string key in Key)
        {
            if (TagRules.CheckKey(key) is { } broken)
                WriteError(broken);
            else
                Collect(key, string.Empty, $"Remove tag '{key}'");
        }
    }

    private protected override Task ChangeAsync(
        DmsContext context, string instanceId, Dictionary<string, string> tags, CancellationToken cancellationToken)
        => context.Client.Tags.RemoveAsync(instanceId, [.. tags.Keys], cancellationToken);
}
