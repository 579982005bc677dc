using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Deletes consumer groups with their offsets, many per request (5.6.3, 5.6.9). The service refuses groups that have members.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "DmsConsumerGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.ConsumerGroupActionResult")]
public sealed class RemoveDmsConsumerGroup : ExistingItemBatchCmdlet
{
    /// <summary>The groups.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ConsumerGroup")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupCompleter))]
    public string[] Name { get; set; } = [];

    private protected override string Noun => "consumer group";

    private protected override string ListCommand => "Get-DmsConsumerGroup";

    private protected override string Purpose => "Delete consumer group and its offsets";

    private protected override string ServiceAction => "delete";

    private protected override int BatchSize => ConsumerGroupsApi.BatchSize;

    /// <inheritdoc/>
    protected override void ProcessRecord() => Collect(nameof(Name), Name);

    private protected override async Task<IReadOnlyList<ActionResult>> SendPresentAsync(IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        ConsumerGroupsApi groups = items[0].Context.Client.ConsumerGroups;
        string instanceId = items[0].Within!.Id;
        if (items.Count > 1)
            return await groups.DeleteAsync(instanceId, [.. items.Select(item => item.Id)], cancellationToken).ConfigureAwait(false);
        ActionResult result = NewResult(items[0]);
        try
        {
            await groups.DeleteAsync(instanceId, items[0].Id, cancellationToken).ConfigureAwait(false);
            result.Succeeded = true;
        }
        catch (DmsException error) when (error.ErrorId == Failures.NoSuchGroupId || (error.Kind != DmsErrorKind.NotFound && BatchRunner.IsAboutContent(error)))
        {
            result.Fail(error);
        }
        return [result];
    }

    private protected override Task<HashSet<string>> ReadPresentAsync(
        FoundInstance found, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
        => GroupLookup.FindAsync(found, names, cancellationToken);

    private protected override ActionResult NewResult(BatchItem item)
        => new ConsumerGroupActionResult { ConsumerGroup = item.Id, Action = ServiceAction }.In(item.Context, item.Within!);

    private protected override ActionResult NewMissing(BatchItem item, IReadOnlyCollection<string> present)
    {
        ActionResult result = NewResult(item);
        result.Fail(Failures.NoSuchGroupId, Failures.NotFound(Noun, item.Id, item.Within!.Subject, ListCommand).Suggesting(present).FullMessage);
        return result;
    }

    /// <summary>If the service reported no result for a group, the group counts as deleted if it no longer exists.</summary>
    private protected override async Task ExplainSentAsync(BatchItem item, ActionResult result, CancellationToken cancellationToken)
    {
        bool isOpen = result.ErrorCode == ItemErrors.NotReported;
        await GroupLookup.ExplainAsync(new ItemReference(item.Context, item.Within!, item.Id), result, cancellationToken).ConfigureAwait(false);
        if (isOpen && result.ErrorCode == Failures.NoSuchGroupId)
            result.Succeed();
    }
}
