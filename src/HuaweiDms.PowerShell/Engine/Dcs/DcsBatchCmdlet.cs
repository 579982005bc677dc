using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A batch over DCS instances, which have no other operations here.</summary>
public abstract class DcsBatchCmdlet : BatchCmdlet
{
    /// <summary>The DCS instances, by id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public string[] InstanceId { get; set; } = [];

    /// <summary>What the service is told to do. A method: PowerShell looks at every property, and would have the client loaded.</summary>
    private protected abstract DcsAction Operation();

    private protected override string ServiceAction => DcsApi.NameOf(Operation());

    private protected override int BatchSize => DcsApi.BatchSize;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in InstanceId.Select(given => given.Trim()))
        {
            if (!InstanceReference.IsId(id))
            {
                WriteError(Failures.InvalidArgument(nameof(InstanceId), id, Text.DcsInstanceIdRule));
                continue;
            }
            foreach (DmsContext context in Contexts)
                Collect(new BatchItem(context, id, Name: null, Place(context)));
        }
    }

    private protected override async Task<IReadOnlyList<ActionResult>> SendAsync(IReadOnlyList<BatchItem> items, CancellationToken stop)
        => await items[0].Context.Client.Dcs.ActAsync(Operation(), [.. items.Select(item => item.Id)], stop).ConfigureAwait(false);

    /// <summary>DCS gives no reason, and has nothing here to look with: what there is to say is what the action needs.</summary>
    private protected override Task ExplainAsync(BatchItem item, ActionResult result, CancellationToken stop)
    {
        if (result.ErrorCode == ItemErrors.Failed)
            result.Message = Format(Text.DcsRefusal, result.Message, Operation() == DcsAction.Start ? "STOPPED" : "RUNNING");
        return Task.CompletedTask;
    }

    private protected override ActionResult NewResult(BatchItem item)
        => new InstanceActionResult { Context = item.Context.Name, InstanceId = item.Id, Action = ServiceAction };
}
