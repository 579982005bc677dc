using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Creates consumer groups (5.6.4).</summary>
[Cmdlet(VerbsCommon.New, "DmsConsumerGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.ConsumerGroup")]
public sealed class NewDmsConsumerGroup : InstanceItemActionCmdlet
{
    private const int LongestName = 255;

    /// <summary>Their names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ConsumerGroup")]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>What they are for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Emits a group that is there already in place of an error.</summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    private protected override string Action => IfNotExists ? "Create consumer group unless it exists" : "Create consumer group";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string? description = string.IsNullOrEmpty(Description) ? null : Description;
        foreach (string name in Name)
        {
            if (name.Length > LongestName || name.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '/' or '\\'))
                WriteError(Failures.InvalidArgument(nameof(Name), name, Text.GroupNameRule).ToRecord());
            else
                Collect(name, name, (context, instance, stop) => CreateAsync(context.Client.ConsumerGroups, instance.Id, name, description, stop));
        }
    }

    /// <summary>A name is given once, so a group that is there after an answer was lost is the one that was meant.</summary>
    private async Task<object?> CreateAsync(ConsumerGroupsApi groups, string instanceId, string name, string? description, CancellationToken stop)
    {
        if (IfNotExists && await groups.FindAsync(instanceId, name, stop).ConfigureAwait(false) is { } existing)
            return existing;
        try
        {
            ConsumerGroup created = await groups.CreateAsync(instanceId, name, description, stop).ConfigureAwait(false);
            return await groups.FindAsync(instanceId, name, stop).ConfigureAwait(false) ?? created;
        }
        catch (DmsException error) when (error.Kind == DmsErrorKind.OutcomeUnknown || (IfNotExists && error.Kind == DmsErrorKind.AlreadyExists))
        {
            if (await groups.FindAsync(instanceId, name, stop).ConfigureAwait(false) is { } there)
                return there;
            throw;
        }
    }
}
