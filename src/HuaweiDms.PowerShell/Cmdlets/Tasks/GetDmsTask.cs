using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the background tasks of instances, the newest first, or reads those with the given ids (5.9.1, 5.9.2).</summary>
[Cmdlet(VerbsCommon.Get, "DmsTask", DefaultParameterSetName = ById, SupportsPaging = true)]
[OutputType("HuaweiDms.BackgroundTask")]
public sealed class GetDmsTask : InstanceListCmdlet
{
    private const string ByName = "ByName";
    private const string ById = "ById";

    /// <summary>The kinds of task, such as modifyAutoTopic. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ParameterSetName = ByName)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TaskNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The ids of the tasks.</summary>
    [Parameter(ParameterSetName = ById, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TaskIdCompleter))]
    public string[]? TaskId { get; set; }

    /// <summary>Only tasks in one of these states.</summary>
    [Parameter(ParameterSetName = ByName)]
    [ArgumentCompleter(typeof(TaskStatusCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Status { get; set; }

    /// <summary>Only tasks started at or after this time.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Moment]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Only tasks started at or before this time.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Moment]
    public DateTimeOffset? Until { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Since is { } since && Until is { } until && since > until)
            ThrowTerminatingError(Failures.PeriodEndsFirst(nameof(Since), since, until));
    }

    private protected override IEnumerable<string> StateWarnings => KnownStates.Tasks.Warnings(Status);

    private protected override string[]? RecordIds => TaskId;

    private protected override string? AdviceOnId(string name)
        => ItemId.CanBe(name) ? Format(Text.IdAdvice, nameof(TaskId), $"Get-DmsInstance <instance> | {MyInvocation.MyCommand.Name} -TaskId {name}") : null;

    private protected override Func<IPipeline, Task> Lister(DmsContext context, InstanceReference instance)
    {
        if (TaskId is not null)
        {
            IReadOnlyList<string> ids = Ids(nameof(TaskId), TaskId, MyInvocation.MyCommand.Name);
            return pipeline => EmitEachAsync(
                pipeline,
                ids.Select(id => new WorkItem(
                    $"task {id} of {instance.Subject}",
                    id,
                    async inner => await context.Client.Tasks.GetAsync(instance.Id, id, inner.Stop).ConfigureAwait(false))));
        }
        NameFilter names = new(Name);
        return pipeline => ListAsync(
            pipeline,
            names,
            new NamedList<BackgroundTask>(
                range => context.Client.Tasks.List(instance.Id, new() { Since = Since, Until = Until }, range), task => task.Name, "task", instance.Subject)
            {
                Filter = Status is null ? null : task => StateFilter.Accepts(Status, task.Status),
                FilteredBy = "-Status",
                IsUnique = false,
            });
    }
}
