using HuaweiDms.Transport;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A pipeline that reads the bucket and the progress of the dump tasks it receives, several in parallel, before it emits them.
/// </summary>
internal sealed class SinkTaskDetails(IPipeline pipeline, DmsContext context, string connectorId, string command) : PipelineDecorator(pipeline)
{
    /// <summary>Waits for its turn, so that the details of only one list are read at a time.</summary>
    public override async Task WriteAllAsync<T>(IReadOnlyList<T> items)
    {
        await TurnAsync().ConfigureAwait(false);
        await ParallelLists.WriteAsync<SinkTask, SinkTask>(
            Inner,
            [.. items.Cast<SinkTask>()],
            Throttle.DefaultLimit,
            async (task, cancellationToken) => [await ReadAsync(task, cancellationToken).ConfigureAwait(false)],
            (task, error) => Failures.From(error, task, command, $"dump task {task.Name}")).ConfigureAwait(false);
    }

    /// <summary>A task that has been deleted since it was listed is returned as listed.</summary>
    private async Task<SinkTask> ReadAsync(SinkTask listed, CancellationToken cancellationToken)
    {
        if (listed.TaskId is not { Length: > 0 } taskId)
            return listed;
        try
        {
            return await context.Client.SinkTasks.GetAsync(connectorId, taskId, withProgress: true, cancellationToken).ConfigureAwait(false);
        }
        catch (DmsException gone) when (NotFoundErrors.IsObjectMissing(gone))
        {
            return listed;
        }
    }
}
