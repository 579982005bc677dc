using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Creates consumer groups (5.6.4).</summary>
[Cmdlet(VerbsCommon.New, "DmsConsumerGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.ConsumerGroup")]
public sealed class NewDmsConsumerGroup : InstanceItemActionCmdlet
{
    /// <summary>The names of the groups.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ConsumerGroup")]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>The description. From the pipeline only together with a name, because instances also have a description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Emits a group that already exists instead of reporting an error, and warns if its description differs.</summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    private protected override string Purpose => GroupCreation.Purpose;

    private protected override string Action => IfNotExists ? $"{Purpose} unless it exists" : Purpose;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string? description = CommandLine.Description(nameof(Name), Description);
        foreach (string name in Name)
        {
            if (GroupCreation.CheckName(name) is { } refusal)
                WriteError(refusal);
            else
                Collect(name, description, (context, instance, pipeline) => CreateAsync(new(context, instance, name), description, pipeline));
        }
    }

    private async Task<object?> CreateAsync(ItemReference group, string? description, IPipeline pipeline)
    {
        (ConsumerGroupsApi groups, string instanceId, string name) = (group.Context.Client.ConsumerGroups, group.Instance.Id, group.Name);
        if (IfNotExists && await groups.FindAsync(instanceId, name, pipeline.Stop).ConfigureAwait(false) is { } existing)
        {
            if (DescriptionDifference.Of(group.Subject, existing.Description, description, "Set-DmsConsumerGroup") is { } difference)
                pipeline.WriteWarning(difference);
            return existing;
        }
        try
        {
            ConsumerGroup made = await GroupCreation.RunAsync(pipeline, group, description).ConfigureAwait(false);
            return await FindCreatedAsync(groups, made, pipeline).ConfigureAwait(false) ?? made;
        }
        catch (DmsException there) when (IfNotExists && there.Kind == DmsErrorKind.AlreadyExists)
        {
            return await groups.FindAsync(instanceId, name, pipeline.Stop).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the group as the service reports it; null if the service does not list it yet.</summary>
    private static async Task<ConsumerGroup?> FindCreatedAsync(ConsumerGroupsApi groups, ConsumerGroup made, IPipeline pipeline)
    {
        try
        {
            return await groups.FindAsync(made.InstanceId!, made.ConsumerGroup!, pipeline.Stop).ConfigureAwait(false);
        }
        catch (DmsException silent)
        {
            pipeline.WriteVerbose(silent.Message);
            return null;
        }
    }
}
