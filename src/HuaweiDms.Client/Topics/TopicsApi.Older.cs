using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <content>The older list (7.1.1.8), and changes by the older call (7.2.2.1), which adds partitions to one topic and does nothing else.</content>
public sealed partial class TopicsApi
{
    private static readonly ApiOperation CreatePartition = ApiOperation.Post(
        "7.2.2.1",
        "CreatePartition",
        "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions-reassignment",
        Repeatability.Always);

    /// <summary>
    /// The list of v1.0. Its answer has the size of a page in it, while the request has no way to ask for the next: where it tells of more
    /// topics than came, 5.5.3 lists them, to which the reference sends its readers anyway. A part is never taken for the whole.
    /// </summary>
    private async Task<Page<Topic>> FetchWholeAsync(string instanceId, long offset, int limit, CancellationToken stop)
    {
        ApiAnswer<TopicList> answer = await SendAsync(ListV1, instanceId, offset, limit, stop).ConfigureAwait(false);
        List<Topic> topics = answer.Value!.Topics!;
        if (answer.Value.Told is { } told && told > topics.Count)
            topics = await ReadPagesAsync(instanceId, topics.Count, told, stop).ConfigureAwait(false);
        return Page<Topic>.PartOf(topics, offset, limit, answer.Throttled);
    }

    private async Task<List<Topic>> ReadPagesAsync(string instanceId, int came, long told, CancellationToken stop)
    {
        List<Topic> topics = [];
        try
        {
            await foreach (Topic topic in InPages(instanceId, range: default).WithCancellation(stop).ConfigureAwait(false))
                topics.Add(topic);
        }
        catch (DmsException error) when (Absence.IsOfPath(error))
        {
            throw DmsErrors.PartOfList(ListV1.Name, came, told, error);
        }
        return topics;
    }

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
        TopicActionResult result = _transport.Locate(
            TopicBatch.Of("update", update.Name, message is null ? null : new() { Message = message }), instanceId);
        if (update.OnlyAddsPartitions && failure is not null)
            result.ErrorCode = failure.ErrorId;
        return result;
    }

    /// <summary>Whether a topic was refused for what it is; the next one may not be. A path that the gateway does not know is nobody's fault.</summary>
    private static bool IsAboutTopic(DmsException error)
        => error.StatusCode is 400 or 404 or 409 && error.Kind is DmsErrorKind.InvalidArgument or DmsErrorKind.NotFound && !Absence.IsOfPath(error);
}
