using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists dump tasks, or reads those with the given ids (7.2.4.4, 7.2.4.5, historical).</summary>
[Cmdlet(VerbsCommon.Get, "DmsSinkTask", DefaultParameterSetName = ByName, SupportsPaging = true)]
[OutputType("HuaweiDms.SinkTask")]
public sealed class GetDmsSinkTask : ListCmdlet
{
    private const string ByName = "ByName";
    private const string ById = "ById";

    /// <summary>The names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ParameterSetName = ByName)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SinkTaskNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The ids of the tasks.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ById, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SinkTaskIdCompleter))]
    public string[] TaskId { get; set; } = [];

    /// <summary>The Smart Connect of the instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConnectorIdCompleter))]
    public ConnectorReference[] ConnectorId { get; set; } = [];

    /// <summary>Also reads the bucket and the progress of each topic, with one more request per emitted task.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((DmsContext context, ConnectorReference connector) in Resolve(ConnectorId, ReportAsked))
            Keep(connector.Id, connector.Subject, Lister(context, connector));
    }

    /// <summary>
    /// An instance without Smart Connect has no tasks. This is not an error, so that you can list the tasks of many instances.
    /// </summary>
    private void ReportAsked(Failure failure)
    {
        bool isAsked = ParameterSetName == ById || new NameFilter(Name).Literals.Count > 0;
        if (failure.Id == Failures.NoSmartConnectId && !isAsked)
            WriteVerbose(failure.Message);
        else
            WriteError(failure);
    }

    private Func<IPipeline, Task> Lister(DmsContext context, ConnectorReference connector)
    {
        NameFilter names = new(Name);
        IReadOnlyList<string> ids = Ids(nameof(TaskId), TaskId, MyInvocation.MyCommand.Name);
        return ParameterSetName == ById
            ? pipeline => EmitEachAsync(
                pipeline,
                ids.Select(id => new WorkItem(
                    $"dump task {id} of {connector.Subject}",
                    id,
                    async inner => await context.Client.SinkTasks.GetAsync(connector.Id, id, Detailed, inner.Stop).ConfigureAwait(false))))
            : pipeline => ListAsync(
                Detailed ? new SinkTaskDetails(pipeline, context, connector.Id, MyInvocation.MyCommand.Name) : pipeline,
                names,
                new NamedList<SinkTask>(range => context.Client.SinkTasks.List(connector.Id, range), task => task.Name, "dump task", connector.Subject)
                {
                    IsUnique = false,
                });
    }
}
