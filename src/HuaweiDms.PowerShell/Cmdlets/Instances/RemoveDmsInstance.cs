using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Deletes Kafka instances with all their data, up to 50 per request (5.1.4, 5.1.6; v1.0: 7.1.1.4, 7.1.1.5). There is no backup.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "DmsInstance", DefaultParameterSetName = ById, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.InstanceActionResult")]
public sealed class RemoveDmsInstance : InstanceBatchCmdlet
{
    private const string ById = "ById";
    private const string Failed = "Failed";

    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>Deletes every instance whose creation failed, with one request.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Failed)]
    public SwitchParameter AllFailed { get; set; }

    private protected override string Purpose => "Delete";

    private protected override string ServiceAction => "delete";

    private protected override WaitGoal Goal => WaitGoal.Deleted();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (AllFailed)
            RunForEachContext(RemoveFailedAsync);
        else
            Collect(InstanceId);
    }

    private protected override Task<IReadOnlyList<ActionResult>> SendAsync(IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
        => items.Count == 1 ? RemoveOneAsync(items[0], cancellationToken) : SendIdsAsync(items, (client, ids) => client.Instances.DeleteAsync(ids, cancellationToken));

    private async Task<IReadOnlyList<ActionResult>> RemoveOneAsync(BatchItem item, CancellationToken cancellationToken)
    {
        await item.Context.Client.Instances.DeleteAsync(item.Id, cancellationToken).ConfigureAwait(false);
        return [Accepted(item)];
    }

    /// <summary>The service does not report which instances it deletes, so they are read first and named in the prompt.</summary>
    private async Task RemoveFailedAsync(DmsContext context, IPipeline pipeline)
    {
        IReadOnlyList<BatchItem> failed = await FindFailedAsync(context, pipeline.Stop).ConfigureAwait(false);
        if (failed.Count == 0)
        {
            pipeline.WriteVerbose(Text.NothingFailed);
            return;
        }
        string count = Placed(context, Counted(failed.Count, "instance"));
        string subject = $"{count} whose creation failed: {string.Join(", ", failed.Select(item => (item with { Place = null }).Subject))}";
        if (!await pipeline.AskAsync(subject, Purpose).ConfigureAwait(false))
            return;
        await context.Client.Instances.DeleteFailedAsync(pipeline.Stop).ConfigureAwait(false);
        using Waiter waiter = new(pipeline, $"{Purpose} {Counted(failed.Count, "instance")}", failed.Count, Timeout);
        foreach (BatchItem item in failed)
        {
            InstanceActionResult result = Accepted(item);
            await (Wait ? WaitAsync(pipeline, waiter, item, result) : pipeline.WriteAsync(result)).ConfigureAwait(false);
        }
    }

    private InstanceActionResult Accepted(BatchItem item)
    {
        InstanceActionResult result = ResultOf(item);
        result.Succeeded = true;
        return result;
    }

    /// <summary>Finds the instances that are listed only when failed creations are included: their states are not documented.</summary>
    private async Task<IReadOnlyList<BatchItem>> FindFailedAsync(DmsContext context, CancellationToken cancellationToken)
    {
        HashSet<string?> healthy = new(StringComparer.Ordinal);
        await foreach (Instance instance in context.Client.Instances.List().WithCancellation(cancellationToken).ConfigureAwait(false))
            healthy.Add(instance.InstanceId);
        List<BatchItem> failed = [];
        await foreach (Instance instance in context.Client.Instances
            .List(new() { IncludeFailed = true }).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (healthy.Add(instance.InstanceId))
                failed.Add(new BatchItem(context, instance.InstanceId!, instance.Name, Place(context)));
        }
        return failed;
    }
}
