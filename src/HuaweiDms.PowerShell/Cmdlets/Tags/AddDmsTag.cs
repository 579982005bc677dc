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

    /// <summary>The tags of the instances for which -Value is omitted; null if they cannot be read.</summary>
    private readonly PerInstance<Dictionary<string, string?>?> _present;

    /// <summary>Creates the cmdlet.</summary>
    public AddDmsTag() => _present = new(ReadTags);

    /// <summary>The key: 1 to 128 characters.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByKey, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(TagKeyCompleter))]
    public string Key { get; set; } = string.Empty;

    /// <summary>The value, at most 255 characters. If omitted, the tag has no value; a tag that already has one is not changed.</summary>
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

    /// <summary>A forgotten value must not erase the present one.</summary>
    private protected override bool MayChange(FoundInstance found, string key)
    {
        if (Tag is not null || MyInvocation.BoundParameters.ContainsKey(nameof(Value)))
            return true;
        if (_present[found] is not { } tags)
            return false;
        if (!tags.TryGetValue(key, out string? value) || string.IsNullOrEmpty(value))
            return true;
        WriteError(Failures.InvalidArgument(nameof(Key), key, Format(Text.TagValueKeptRule, found.Instance.Subject, value), found.Instance.Id));
        return false;
    }

    /// <summary>Reports an error if the tags cannot be read.</summary>
    private Dictionary<string, string?>? ReadTags(FoundInstance found)
    {
        Dictionary<string, string?>? tags = null;
        RunReporting(
            async pipeline => tags = (await found.Context.Client.Tags.ListAsync(found.Instance.Id, pipeline.Stop).ConfigureAwait(false))
                .ToDictionary(tag => tag.Key ?? string.Empty, tag => tag.Value, StringComparer.Ordinal),
            found.Instance.Id,
            found.Instance.Subject);
        return tags;
    }

    private protected override Task ChangeAsync(
        DmsContext context, string instanceId, Dictionary<string, string> tags, CancellationToken cancellationToken)
        => context.Client.Tags.AddAsync(instanceId, tags, cancellationToken);
}
