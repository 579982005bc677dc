using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A batch of DCS instances, the only operations that the module has for DCS.</summary>
public abstract class DcsBatchCmdlet : BatchCmdlet
{
    /// <summary>The DCS instances, by id or as rows with an id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>The action to send. It is a method because PowerShell inspects every property and would load the client.</summary>
    private protected abstract DcsAction Operation();

    private protected override string ServiceAction => DcsApi.NameOf(Operation());

    private protected override int BatchSize => DcsApi.BatchSize;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (InstanceReference instance in InstanceId)
        {
            if (instance.IsOfKafka)
                Refuse(instance, Text.DcsKafkaRule);
            else if (!instance.IsWellFormed)
                Refuse(instance, Text.DcsInstanceIdRule);
            else
                Collect(instance);
        }
    }

    /// <summary>An id alone does not show its service, but a connection knows the ids of the Kafka instances it has seen.</summary>
    private void Collect(InstanceReference instance)
    {
        foreach (DmsContext context in Contexts)
        {
            if (context.Client.Instances.Names.Find(instance.Id) is { } kafka)
                Refuse(instance, Format(Text.DcsKafkaNameRule, kafka));
            else
                Collect(new BatchItem(context, instance.Id, instance.Name ?? instance.ClaimedName, Place(context)));
        }
    }

    private void Refuse(InstanceReference instance, string rule) => WriteError(Failures.InvalidArgument(nameof(InstanceId), instance.Id, rule));

    private protected override Task<IReadOnlyList<ActionResult>> SendAsync(IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
        => SendIdsAsync(items, (client, ids) => client.Dcs.ActAsync(Operation(), ids, cancellationToken));

    /// <summary>
    /// DCS gives no reason, and the module cannot read DCS instances, so the explanation states what the action requires.
    /// </summary>
    private protected override Task ExplainAsync(BatchItem item, ActionResult result, CancellationToken cancellationToken)
    {
        if (result.ErrorCode == ItemErrors.Failed)
            result.Message = Format(Text.DcsRefusal, result.Message, Operation() == DcsAction.Start ? "STOPPED" : "RUNNING");
        return Task.CompletedTask;
    }

    private protected override ActionResult NewResult(BatchItem item)
        => new InstanceActionResult { Context = item.Context.Name, InstanceId = item.Id, Name = item.Name, Instance = item.Name, Action = ServiceAction };
}
