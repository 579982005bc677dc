using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Enables or disables one access mode of instances (5.2.9). If it is already as requested, nothing is sent.</summary>
public abstract class AccessModeCmdlet : WaitingCmdlet
{
    /// <summary>The access mode.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [CanonicalCase(typeof(AccessModeCmdlet))]
    [ValidateSet("PrivatePlain", "PrivateSaslSsl", "PrivateSaslPlaintext", "PublicPlain", "PublicSaslSsl", "PublicSaslPlaintext")]
    public string AccessMode { get; set; } = string.Empty;

    /// <summary>On or off.</summary>
    private protected abstract bool Enable { get; }

    /// <summary>Why the change is not possible for an instance; null if it is.</summary>
    private protected abstract Failure? Objection(Instance instance, string subject);

    /// <summary>The warning about parameters without effect for an instance; null if there is none.</summary>
    private protected virtual string? PlanWarning(Instance instance, string subject) => null;

    /// <summary>What is sent.</summary>
    private protected abstract AccessModeRequest Request();

    private protected override async Task<PlannedChange> PlanAsync(
        DmsContext context, InstanceReference instance, object? part, CancellationToken cancellationToken)
    {
        Instance current = await context.Client.Instances.GetAsync(instance.Id, cancellationToken).ConfigureAwait(false);
        if (Objection(current, instance.Subject) is { } objection)
            return PlannedChange.Refused([objection]);
        PlannedChange change = IsAlreadySet(current)
            ? PlannedChange.Done(new AccessModeChange { AccessMode = AccessMode, Enabled = Enable }.In(context, instance))
            : PlannedChange.To(
                Purpose,
                pipeline => SendAsync(context, instance.Id, pipeline.Stop),
                result => TaskStates.Target(context, instance.Id, ((AccessModeChange)result!).TaskId, $"access mode {AccessMode} of {instance.Subject}", result));
        change.Warnings = PlanWarning(current, instance.Subject) is { } warning ? [warning] : [];
        return change;
    }

    private protected Failure Refuse(Instance instance, string rule, params object?[] values)
        => Failures.InvalidArgument(nameof(AccessMode), AccessMode, Format(rule, values), instance.InstanceId);

    /// <summary>Whether the mode is already as requested, so that neither a request nor a task is needed.</summary>
    private bool IsAlreadySet(Instance instance)
        => Array.Exists(instance.AccessModes ?? [], mode => mode.Enabled == Enable && string.Equals(mode.Name, AccessMode, StringComparison.OrdinalIgnoreCase));

    private async Task<object?> SendAsync(DmsContext context, string id, CancellationToken cancellationToken)
    {
        AccessModeRequest request = Request();
        using (request.Password)
            return await context.Client.Settings.SwitchAccessModeAsync(id, request, cancellationToken).ConfigureAwait(false);
    }
}
