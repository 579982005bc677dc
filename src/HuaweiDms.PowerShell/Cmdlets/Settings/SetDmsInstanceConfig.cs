using System.Collections;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Changes settings of instances (5.1.8). Checks every value against the values that the setting accepts before anything is sent.
/// Prompts for confirmation if messages, offsets or the access of users would be lost.
/// </summary>
[Cmdlet(VerbsCommon.Set, "DmsInstanceConfig", DefaultParameterSetName = Several, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.InstanceConfigChange")]
public sealed class SetDmsInstanceConfig : WaitingCmdlet, IForceable
{
    private const string Several = "Several";
    private const string One = "One";

    /// <summary>The requested values per instance.</summary>
    // Sorted by name: a hashtable has no order, and the plan must be the same every time.
    private readonly PerInstance<SortedDictionary<string, object?>> _wanted = new(_ => new(StringComparer.Ordinal));

    /// <summary>The settings and their new values: @{ 'log.retention.hours' = 66 }.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Several)]
    [ValidateNotNullOrEmpty]
    public IDictionary? Config { get; set; }

    /// <summary>The setting.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = One, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConfigNameCompleter))]
    public string? Name { get; set; }

    /// <summary>The new value.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = One, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConfigValueCompleter))]
    public object? Value { get; set; }

    /// <summary>
    /// The instances, by id or as objects from Get-DmsInstance. Name and value have the first positions, so that they can be typed
    /// after a pipeline.
    /// </summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public override InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>Skips the confirmation prompt. -WhatIf still changes nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsDestructive => true;

    private protected override string? OwnNoun => "setting";

    private protected override string Purpose => "Change settings";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (FoundInstance found in Collect())
        {
            SortedDictionary<string, object?> wanted = _wanted[found];
            foreach (DictionaryEntry entry in Config ?? new Hashtable { [Name!] = Value })
                wanted[entry.Key.ToString()!] = entry.Value;
        }
    }

    private protected override async Task<PlannedChange> PlanAsync(
        DmsContext context, InstanceReference instance, object? part, CancellationToken cancellationToken)
    {
        ConfigPlan plan = Config is null ? new(nameof(Value), instance) { NameParameter = nameof(Name) } : new(nameof(Config), instance);
        await plan.ReadAsync(context, cancellationToken).ConfigureAwait(false);
        foreach (KeyValuePair<string, object?> wanted in _wanted[new(context, instance)])
            plan.Add(wanted.Key, wanted.Value);
        if (plan.Refusals.Count > 0)
            return PlannedChange.Refused(plan.Refusals);
        if (plan.Changes.Count == 0)
            return PlannedChange.Done(new InstanceConfigChange().In(context, instance));
        PlannedChange change = PlannedChange.To(
            plan.Action,
            async pipeline =>
            {
                InstanceConfigChange sent = await context.Client.Settings.ChangeConfigsAsync(instance.Id, plan.Changes, pipeline.Stop).ConfigureAwait(false);
                // The restart is needed whether or not the wait succeeds.
                Warn(instance, sent, pipeline);
                return sent;
            },
            result => TaskStates.Target(context, instance.Id, ((InstanceConfigChange)result!).TaskId, $"settings of {instance.Subject}", result));
        change.IsHarmless = !plan.IsLoss;
        return change;
    }

    private static void Warn(InstanceReference instance, InstanceConfigChange change, IPipeline pipeline)
    {
        string waiting = string.Join(", ", change.Changes.Where(item => item.RequiresRestart).Select(item => item.Name));
        if (change.RequiresRestart)
            pipeline.WriteWarning(Format(Text.RestartNeeded, instance.Subject, waiting));
    }
}
