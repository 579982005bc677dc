using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Deletes dump tasks (7.2.4.6, historical). The files they wrote stay.</summary>
[Cmdlet(VerbsCommon.Remove, "DmsSinkTask", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveDmsSinkTask : ActionCmdlet, IForceable
{
    /// <summary>The tasks, by id. Objects from Get-DmsSinkTask supply both ids.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SinkTaskIdCompleter))]
    public string[] TaskId { get; set; } = [];

    /// <summary>The Smart Connect of the instance, by id or as an object from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConnectorIdCompleter))]
    public ConnectorReference? ConnectorId { get; set; }

    /// <summary>Skips the confirmation prompt. -WhatIf still changes nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Purpose => "Delete";

    private protected override string Action => $"{Purpose} (its progress is lost)";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IReadOnlyList<string> ids = Ids(nameof(TaskId), TaskId, "Get-DmsSinkTask");
        foreach ((DmsContext context, ConnectorReference connector) in Resolve([ConnectorId!]))
        {
            foreach (string id in ids.Where(id => IsNew((context, connector, id))))
                Collect($"dump task {id} of {connector.Subject}", id, pipeline => DeleteAsync(context, connector.Id, id, pipeline.Stop));
        }
    }

    private static async Task<object?> DeleteAsync(DmsContext context, string connectorId, string taskId, CancellationToken cancellationToken)
    {
        await context.Client.SinkTasks.DeleteAsync(connectorId, taskId, cancellationToken).ConfigureAwait(false);
        return null;
    }
}
