using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <content>
/// The older list operation (7.1.1.8), and the older change operation (7.2.2.1), which only adds partitions to one topic.
/// </content>
public sealed partial class TopicsApi
{
    private static readonly ApiOperation CreatePartition = ApiOperation.Post(
        "7.2.2.1",
        "CreatePartition",
        "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions-reassignment",
        Repeatability.Always);

    /// <summary>
    /// Reads the list of v1.0. Its response contains a page size, but the request cannot ask for the next page. If it reports more topics
    /// than it contains, 5.5.3 lists them, to which the reference refers anyway. A partial list is never treated as complete.
    /// </summary>
    private async Task<Page<Topic>> FetchWholeAsync(string instanceId, long offset, int limit, CancellationToken cancellationToken)
    {
        ApiResponse<TopicList> response = await ReadListAsync(ListV1, instanceId, offset, limit, cancellationToken).ConfigureAwait(false);
        List<Topic> topics = response.Value!.Topics!;
        if (response.Value.ReportedTotal is { } told && told > topics.Count)
            topics = await ReadPagesAsync(instanceId, topics.Count, told, cancellationToken).ConfigureAwait(false);
        return Page<Topic>.PartOf(topics, offset, limit, response.Throttled);
    }

    private async Task<List<Topic>> ReadPagesAsync(string instanceId, int came, long told, CancellationToken cancellationToken)
    {
        List<Topic> topics = [];
        try
        {
            await foreach (Topic topic in InPages(instanceId, range: default).WithCancellation(cancellationToken).ConfigureAwait(false))
                topics.Add(topic);
        }
        catch (DmsException error) when (NotFoundErrors.IsPathUnknown(error))
        {
            throw DmsErrors.PartOfList(ListV1.Name, came, told, error);
        }
        return topics;
    }

    /// <summary>Adds partitions to a topic with the older operation (7.2.2.1), which allows at most 100 partitions in total.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="partitionCount">The new total number of partitions.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    internal Task AddPartitionsAsync(string instanceId, string topic, int partitionCount, CancellationToken cancellationToken)
    {
        ApiRequest request = new ApiRequest(CreatePartition, instanceId)
            .With("topic", topic)
            .Body(new() { PartitionCount = partitionCount }, ServiceJsonContext.Default.PartitionCountBody);
        return _transport.SendAsync(request, cancellationToken);
    }

    /// <summary>
    /// Updates topic by topic, each with its own result. Results of completed updates are always reported: once one has succeeded, a
    /// general failure is recorded for the remaining topics instead of being thrown.
    /// </summary>
    private async Task<IReadOnlyList<TopicActionResult>> UpdateOneByOneAsync(
        string instanceId, IReadOnlyList<TopicUpdate> updates, CancellationToken cancellationToken)
    {
        List<TopicActionResult> results = [];
        DmsException? end = null;
        foreach (TopicUpdate update in updates)
        {
            DmsException? failure = end;
            try
            {
                if (failure is null && update.OnlyAddsPartitions)
                    await AddPartitionsAsync(instanceId, update.Name, update.PartitionCount!.Value, cancellationToken).ConfigureAwait(false);
            }
            catch (DmsException again) when (again.MayHaveActedBefore && IsAboutPresentCount(update, again.ServiceMessage))
            {
                // The attempt whose response was lost has added them.
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
        TopicActionResult result = TopicBatch.Success("update", update.Name);
        if (!update.OnlyAddsPartitions)
            result.Fail(ItemErrors.Failed, Text.OnlyPartitionsCanBeAdded);
        else if (failure is not null)
            result.Fail(failure.ErrorId, failure.ServiceMessage ?? failure.Message);
        return _transport.WithOrigin(result, instanceId);
    }

    /// <summary>
    /// Whether the failure concerns a single topic, so that the next one may succeed. A path that the gateway does not know does not.
    /// </summary>
    private static bool IsAboutTopic(DmsException error)
        => error.StatusCode is 400 or 404 or 409 && error.Kind is DmsErrorKind.InvalidArgument or DmsErrorKind.NotFound && !NotFoundErrors.IsPathUnknown(error);
}
