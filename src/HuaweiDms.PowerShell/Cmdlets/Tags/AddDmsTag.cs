using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Sets tags of Kafka instances, all tags of an instance with one request (5.10.1).</summary>
[Cmdlet(VerbsCommon.Add, "DmsTag", DefaultParameterSetName = ByKey, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType("HuaweiDms.Instance")]
public sealed class AddDmsTag : TagCmdlet
{
    private const string ByKey = "ByKey";
    private const string ByTable = "ByTable";

    /// <summary>The key: 1 to 128 characters.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByKey, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(TagKeyCompleter))]
    public string Key { get; set; } = string.Empty;

    /// <summary>The value, at most 255 characters. If omitted, the tag has no value.</summary>
    [Parameter(Position = 1, ParameterSetName = ByKey, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? Value { get; set; }

    /// <summary>Tags, as @{ key = 'value' } or as text, key=value.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByTable)]
    [ValidateNotNullOrEmpty]
    [Tags]
    public TagTable? Tag { get; set; }

    private protected override string Purpose => "Set the tags";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Tag?.Fault is { } fault)
        {
            WriteError(Failures.InvalidArgument(nameof(Tag), fault, Text.TagFormRule));
            return;
        }
        foreach ((string key, string value) in Tag is null ? [(Key, Value ?? string.Empty)] : Tag.Pairs())
        {
            if (TagRules.Check(key, value) is { } broken)
                WriteError(broken);
            else
                Collect(key, value, $"Set tag '{key}' to '{value}'");
        }
    }

    private protected override Task ChangeAsync(
        DmsContext context, string instanceId, Dictionary<string, string> tags, CancellationToken cancellationToken)
        => context.Client.Tags.AddAsync(instanceId, tags, cancellationToken);
}
