using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Changes the name, description, maintenance window, security group and other properties of Kafka instances (5.1.5; v1.0: 7.1.1.3).
/// </summary>
[Cmdlet(VerbsCommon.Set, "DmsInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.Instance")]
public sealed class SetDmsInstance : InstanceActionCmdlet
{
    /// <summary>The new name: 4 to 64 letters, digits, hyphens and underscores, beginning with a letter.</summary>
    [Parameter]
    [InstanceName]
    public string? NewName { get; set; }

    /// <summary>The new description, at most 1024 characters; an empty one clears it.</summary>
    [Parameter]
    [AllowEmptyString]
    [AtMost(1024)]
    [NoScript]
    public string? Description { get; set; }

    /// <summary>
    /// Start of the maintenance window, a time of day: 22:00, 02:00, 06:00, 10:00, 14:00 or 18:00; v1.0 accepts no other. The
    /// reference does not state its time zone.
    /// </summary>
    [Parameter]
    [TimeOfDay]
    [Duration]
    [ArgumentCompleter(typeof(MaintenanceBeginCompleter))]
    public TimeSpan? MaintenanceBegin { get; set; }

    /// <summary>End of the maintenance window, four hours after its start.</summary>
    [Parameter]
    [TimeOfDay]
    [Duration]
    [ArgumentCompleter(typeof(MaintenanceEndCompleter))]
    public TimeSpan? MaintenanceEnd { get; set; }

    /// <summary>The security group.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SecurityGroupId { get; set; }

    /// <summary>What the service does when the disk is full: produce_reject rejects new messages, time_base deletes the oldest.</summary>
    [Parameter]
    [CanonicalCase(typeof(SetDmsInstance))]
    [ValidateSet("produce_reject", "time_base")]
    public string? RetentionPolicy { get; set; }

    /// <summary>The enterprise project.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? EnterpriseProjectId { get; set; }

    private protected override string Purpose => "Change " + string.Join(", ", Changes());

    private protected override string Action => RetentionPolicyLoss.In(Purpose, RetentionPolicy);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (!Changes().Any())
            ThrowTerminatingError(Failures.NothingToChange("-NewName, -Description, -MaintenanceBegin, -MaintenanceEnd, -SecurityGroupId, -RetentionPolicy or -EnterpriseProjectId"));
        if (MaintenanceBegin is null != MaintenanceEnd is null)
            ThrowTerminatingError(Failures.InvalidArgument(MaintenanceBegin is null ? nameof(MaintenanceBegin) : nameof(MaintenanceEnd), null, Text.MaintenanceRule));
    }

    private protected override Failure? Objection(DmsContext context, InstanceReference instance)
        => OrderRules.CheckWindow(MaintenanceBegin, MaintenanceEnd, context.IsV1, instance.Id);

    private protected override Task ActAsync(DmsContext context, InstanceReference instance, CancellationToken cancellationToken)
        => context.Client.Instances.UpdateAsync(instance.Id, new()
        {
            Name = NewName,
            Description = Description,
            MaintenanceBegin = MaintenanceBegin,
            MaintenanceEnd = MaintenanceEnd,
            SecurityGroupId = SecurityGroupId,
            RetentionPolicy = RetentionPolicy,
            EnterpriseProjectId = EnterpriseProjectId,
        }, cancellationToken);

    private IEnumerable<string> Changes()
    {
        (string Name, object? Value)[] all =
        [
            ("name", NewName), ("description", Description), ("start of maintenance", MaintenanceBegin), ("end of maintenance", MaintenanceEnd),
            ("security group", SecurityGroupId), ("retention policy", RetentionPolicy), ("enterprise project", EnterpriseProjectId),
        ];
        return all.Where(change => change.Value is not null).Select(change => $"{change.Name} to '{change.Value}'");
    }
}
