using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Deletes the records of background tasks that have ended (5.9.3). The effects of a task stay.</summary>
[Cmdlet(VerbsCommon.Remove, "DmsTask", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
public sealed class RemoveDmsTask : ActionCmdlet
{
    /// <summary>The tasks, by id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TaskIdCompleter))]
    public string[] TaskId { get; set; } = [];

    /// <summary>The instance of the tasks. The ids come first, so that they can follow a pipeline.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference? InstanceId { get; set; }

    private protected override string Purpose => "Delete the record";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IReadOnlyList<string> ids = Ids(nameof(TaskId), TaskId, "Get-DmsTask");
        foreach ((DmsContext context, InstanceReference instance) in Resolve([InstanceId!]))
        {
            foreach (string id in ids.Where(id => IsNew((context, instance, id))))
                Collect($"task {id} of {instance.Subject}", id, pipeline => DeleteAsync(context, instance.Id, id, pipeline.Stop));
        }
    }

    private static async Task<object?> DeleteAsync(DmsContext context, string instanceId, string taskId, CancellationToken cancellationToken)
    {
        await context.Client.Tasks.DeleteAsync(instanceId, taskId, cancellationToken).ConfigureAwait(false);
        return null;
    }
}
