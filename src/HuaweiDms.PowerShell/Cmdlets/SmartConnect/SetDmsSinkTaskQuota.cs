using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Raises the maximum number of dump tasks of instances that were created before September 2022 (7.2.4.1, historical).</summary>
[Cmdlet(VerbsCommon.Set, "DmsSinkTaskQuota", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.SinkTaskQuota")]
public sealed class SetDmsSinkTaskQuota : ActionCmdlet
{
    /// <summary>The maximum number of tasks; it can only grow.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateRange(1, int.MaxValue)]
    [Integer]
    public int TaskLimit { get; set; }

    /// <summary>The Smart Connect of the instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConnectorIdCompleter))]
    public ConnectorReference[] ConnectorId { get; set; } = [];

    /// <summary>Emits the quota in its new state.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string Purpose => $"Raise the number of dump tasks to {TaskLimit}";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((DmsContext context, ConnectorReference connector) in Resolve(ConnectorId).Where(IsNew))
            Check(context, connector);
    }

    /// <summary>Checks the number against the current quota, which is also part of the prompt.</summary>
    private void Check(DmsContext context, ConnectorReference connector)
    {
        string? subject = null;
        RunReporting(
            async pipeline =>
            {
                SinkTaskQuota now = await context.Client.SinkTasks.GetQuotaAsync(connector.Id, pipeline.Stop).ConfigureAwait(false);
                if (TaskLimit <= now.TaskLimit || TaskLimit > now.LargestTaskLimit)
                {
                    string rule = now.TaskLimit < now.LargestTaskLimit ? Text.SinkTaskLimitRule : Text.SinkTaskLimitReachedRule;
                    rule = Format(rule, connector.Subject, now.TaskLimit, now.LargestTaskLimit);
                    throw new FailureException(Failures.InvalidArgument(nameof(TaskLimit), TaskLimit, rule, connector.Id));
                }
                subject = Format("{0}, now {1}", connector.Subject, now.TaskLimit);
            },
            connector.Id,
            connector.Subject);
        if (subject is not null)
            Collect(subject, connector.Id, pipeline => SetAsync(context, connector.Id, pipeline.Stop));
    }

    private async Task<object?> SetAsync(DmsContext context, string connectorId, CancellationToken cancellationToken)
    {
        await context.Client.SinkTasks.SetQuotaAsync(connectorId, TaskLimit, cancellationToken).ConfigureAwait(false);
        return PassThru ? await context.Client.SinkTasks.GetQuotaAsync(connectorId, cancellationToken).ConfigureAwait(false) : null;
    }
}
