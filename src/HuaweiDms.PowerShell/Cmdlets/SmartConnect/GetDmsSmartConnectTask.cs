using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the Smart Connect tasks of instances, or reads those with the given ids (5.3.4, 5.3.5).</summary>
[Cmdlet(VerbsCommon.Get, "DmsSmartConnectTask", DefaultParameterSetName = ByName, SupportsPaging = true)]
[OutputType("HuaweiDms.SmartConnectTask")]
public sealed class GetDmsSmartConnectTask : InstanceListCmdlet
{
    private const string ByName = "ByName";
    private const string ById = "ById";

    /// <summary>The names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ParameterSetName = ByName)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SmartConnectTaskNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The ids of the tasks.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ById, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SmartConnectTaskIdCompleter))]
    public string[] TaskId { get; set; } = [];

    /// <summary>Only tasks in one of these states.</summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SmartConnectTaskStatusCompleter))]
    public string[]? Status { get; set; }

    private protected override IEnumerable<string> StateWarnings => KnownStates.SmartConnectTasks.Warnings(Status);

    private protected override string[]? RecordIds => TaskId;

    private protected override string? AdviceOnId(string name)
        => ItemId.CanBe(name) ? Format(Text.IdAdvice, nameof(TaskId), $"Get-DmsInstance <instance> | {MyInvocation.MyCommand.Name} -TaskId {name}") : null;

    private protected override Func<IPipeline, Task> Lister(DmsContext context, InstanceReference instance)
    {
        NameFilter names = new(Name);
        IReadOnlyList<string> ids = Ids(nameof(TaskId), TaskId, MyInvocation.MyCommand.Name);
        return ParameterSetName == ById
            ? pipeline => EmitEachAsync(
                pipeline,
                ids.Select(id => new WorkItem(
                    $"Smart Connect task {id} of {instance.Subject}",
                    id,
                    async inner => await context.Client.SmartConnect.GetAsync(instance.Id, id, inner.Stop).ConfigureAwait(false))))
            : pipeline => ListByNameAsync(context, instance, names, pipeline);
    }

    /// <summary>
    /// An instance without Smart Connect has no tasks. This is not an error, so that you can list the tasks of many instances.
    /// </summary>
    private async Task ListByNameAsync(DmsContext context, InstanceReference instance, NameFilter names, IPipeline pipeline)
    {
        NamedList<SmartConnectTask> list = new(
            range => context.Client.SmartConnect.List(instance.Id, range), task => task.Name, "Smart Connect task", instance.Subject)
        {
            Filter = Status is null ? null : task => StateFilter.Accepts(Status, task.Status),
            FilteredBy = "-Status",
            IsUnique = false,
        };
        try
        {
            await ListAsync(pipeline, names, list).ConfigureAwait(false);
        }
        catch (DmsException off) when (off.ErrorId == Failures.SmartConnectOffId)
        {
            Failure failure = Failures.SmartConnectOff(instance.Subject, instance.Id);
            if (names.Literals.Count > 0)
                await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
            else
                pipeline.WriteVerbose(failure.Message);
        }
    }
}
