using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A pipeline that reads the members and offsets of the consumer groups it receives, several in parallel, before it emits them.
/// </summary>
internal sealed class GroupDetails(IPipeline pipeline, DmsContext context, string instanceId, int throttleLimit, string command) : PipelineDecorator(pipeline)
{
    private const string DetailedType = "HuaweiDms.ConsumerGroup#Detailed";

    /// <summary>Waits for its turn, so that the details of only one list are read at a time.</summary>
    public override async Task WriteAllAsync<T>(IReadOnlyList<T> items)
    {
        await TurnAsync().ConfigureAwait(false);
        await ParallelLists.WriteAsync<ConsumerGroup, ConsumerGroup>(
            Inner,
            [.. items.Cast<ConsumerGroup>()],
            throttleLimit,
            async (group, cancellationToken) =>
            {
                // A group without a name has no further data to read.
                if (group.ConsumerGroup is not { Length: > 0 })
                    return [group];
                ConsumerGroup whole
                    = await context.Client.ConsumerGroups.GetAsync(instanceId, group.ConsumerGroup!, cancellationToken).ConfigureAwait(false);
                // The view for this type shows the number of members, which is not in the list.
                PSObject.AsPSObject(group).TypeNames.Insert(0, DetailedType);
                group.State = whole.State;
                group.Members = whole.Members;
                group.Offsets = whole.Offsets;
                group.AssignmentStrategy = whole.AssignmentStrategy;
                return [group];
            },
            (group, error) => Failures.From(error, group, command, group.ConsumerGroup!)).ConfigureAwait(false);
    }
}
