using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <content>Changes by the older call (7.2.2.1), which adds partitions to one topic and does nothing else.</content>
public sealed partial class TopicsApi
{
    private static readonly ApiOperation CreatePartition = ApiOperation.Post(
        "7.2.2.1",
        "CreatePartition",
        "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions-reassignment",
        Repeatability.Always);

    /// <summary>Adds partitions to a topic by the older call (7.2.2.1), which takes at most 100 in all.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="partitionCount">How many there are to be.</param>
    /// <param name="stop">Ends the call.</param>
    internal Task AddPartitionsAsync(string instanceId, string topic, int partitionCount, CancellationToken stop)
    {
        ApiRequest request = new ApiRequest(CreatePartition)
            .With("instance_id", instanceId)
            .With("topic", topic)
            .Body(new() { PartitionCount = partitionCount }, ServiceJsonContext.Default.PartitionCountBody);
        return _transport.SendAsync(request, stop);
    }

    /// <summary>
    /// Topic by topic, each with a result of its own. What has been done stays told: once something has, a failure that is about no
    /// topic in particular ends the rest with it, and is not thrown.
    /// </summary>
    private async Task<IReadOnlyList<TopicActionResult>> UpdateOneByOneAsync(string instanceId, IReadOnlyList<TopicUpdate> updates, CancellationToken stop)
    {
        List<TopicActionResult> results = [];
        DmsException? end = null;
        foreach (TopicUpdate update in updates)
        {
            DmsException? failure = end;
            try
            {
                if (failure is null && update.OnlyAddsPartitions)
                    await AddPartitionsAsync(instanceId, update.Name, update.PartitionCount!.Value, stop).ConfigureAwait(false);
            }
            catch (DmsException again) when (again.MayHaveActedBefore && IsAboutPresentCount(update, again.ServiceMessage))
            {
                // The attempt whose answer was lost has added them.
            }
            catch (DmsException error) when (IsAboutTopic(error) || results.Exists(result => result.Succeeded))
            {
                failure = error;
                end = IsAboutTopic(error) ? null : error;
            }
            results.Add(OneByOneResult(update, failure, instanceId));
        }
        return results;
    }

    private TopicActionResult OneByOneResult(TopicUpdate update, DmsException? failure, string instanceId)
    {
        string? message = update.OnlyAddsPartitions ? failure?.ServiceMessage ?? failure?.Message : Text.OnlyPartitionsCanBeAdded;
        TopicActionResult result = TopicBatch.Of("update", update.Name, message is null ? null : new() { Message = message }, instanceId, _context);
        if (update.OnlyAddsPartitions && failure is not null)
            result.ErrorCode = failure.ErrorId;
        return result;
    }

    /// <summary>Whether a topic was refused for what it is; the next one may not be. A path that the gateway does not know is nobody's fault.</summary>
    private static bool IsAboutTopic(DmsException error)
        => error.StatusCode is 400 or 404 or 409 && error.Kind is DmsErrorKind.InvalidArgument or DmsErrorKind.NotFound && !Absence.IsOfPath(error);
}
