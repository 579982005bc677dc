using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Waits until background tasks have succeeded; a failed task is an error (5.9.2).</summary>
[Cmdlet(VerbsLifecycle.Wait, "DmsTask")]
[OutputType("HuaweiDms.BackgroundTask")]
public sealed class WaitDmsTask : DmsCmdlet
{
    private readonly List<(DmsContext Context, InstanceReference Instance, string TaskId)> _tasks = [];
    private readonly HashSet<(DmsContext Context, InstanceReference Instance, string TaskId)> _known = [];

    /// <summary>The tasks, by id. Objects from Get-DmsTask and from commands that start a task supply both ids.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TaskIdCompleter))]
    public string[] TaskId { get; set; } = [];

    /// <summary>The instance of the tasks. The ids come first, so that they can follow a pipeline.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference? InstanceId { get; set; }

    /// <summary>The maximum time to wait; one hour by default.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The time between two reads. If omitted, the cmdlet reads often at first and later every 15 seconds.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan? PollInterval { get; set; }

    /// <summary>A task that is given twice is waited for once.</summary>
    protected override void ProcessRecord()
    {
        IReadOnlyList<string> ids = Ids(nameof(TaskId), TaskId, "Get-DmsTask");
        foreach ((DmsContext context, InstanceReference instance) in Resolve([InstanceId!]))
            _tasks.AddRange(ids.Select(id => (context, instance, id)).Where(_known.Add));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_tasks.Count > 0)
            RunReporting(WaitAsync);
    }

    private async Task WaitAsync(IPipeline pipeline)
    {
        using Waiter waiter = new(pipeline, $"Waiting for {Counted(_tasks.Count, "task")}", _tasks.Count, Timeout, PollInterval);
        WorkItem[] items =
        [
            .. _tasks.Select(task => new WorkItem($"task {task.TaskId} of {task.Instance.Subject}", task.TaskId, async inner =>
            {
                WaitTarget target = TaskStates.Target(task.Context, task.Instance.Id, task.TaskId, $"Task {task.TaskId} of {task.Instance.Subject}", task.TaskId)!;
                await waiter.WaitAsync(target, TaskStates.Success).ConfigureAwait(false);
                return await task.Context.Client.Tasks.GetAsync(task.Instance.Id, task.TaskId, inner.Stop).ConfigureAwait(false);
            })),
        ];
        await ItemRunner.RunAsync(pipeline, items, Purpose, items.Length).ConfigureAwait(false);
    }
}
