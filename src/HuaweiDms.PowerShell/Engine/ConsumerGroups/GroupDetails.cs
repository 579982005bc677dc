namespace HuaweiDms.PowerShell.Engine;

/// <summary>A pipeline that reads the members and offsets of the consumer groups it is given, many at once, before it emits them.</summary>
internal sealed class GroupDetails(IPipeline pipeline, DmsContext context, string instanceId, int throttleLimit, string command) : PipelineDecorator(pipeline)
{
    public override Task WriteAllAsync<T>(IReadOnlyList<T> items)
        => ParallelLists.WriteAsync(
            Inner,
            [.. items.Cast<ConsumerGroup>()],
            throttleLimit,
            async (group, stop) =>
            {
                // Of one without a name there is nothing more to read.
                if (group.ConsumerGroup is not { Length: > 0 })
                    return [group];
                ConsumerGroup whole = await context.Client.ConsumerGroups.GetAsync(instanceId, group.ConsumerGroup!, stop).ConfigureAwait(false);
                (group.State, group.Members, group.Offsets, group.AssignmentStrategy) = (whole.State, whole.Members, whole.Offsets, whole.AssignmentStrategy);
                return [group];
            },
            (group, error) => Failures.From(error, group, command, group.ConsumerGroup!),
            async (IReadOnlyList<ConsumerGroup> read) =>
            {
                await Inner.WriteAllAsync(read).ConfigureAwait(false);
                return true;
            });
}
