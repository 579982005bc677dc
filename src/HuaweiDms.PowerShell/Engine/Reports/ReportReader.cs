using HuaweiDms.PowerShell.Binding;
using HuaweiDms.Transport;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Reads the parts of an instance's report in parallel. A failure does not affect the other parts.</summary>
/// <param name="context">The connection.</param>
/// <param name="instance">The instance.</param>
/// <param name="request">The requested parts.</param>
/// <param name="throttle">Limits the requests in flight.</param>
/// <param name="progress">Counts topics whose replicas are read; the service returns about one per second.</param>
internal sealed class ReportReader(DmsContext context, InstanceReference instance, ReportRequest request, Throttle throttle, TopicProgress progress)
{
    private DmsClient Client => context.Client;

    private string Id => instance.Id;

    public async Task<InstanceReport> ReadAsync(CancellationToken stop)
    {
        ReportPart<Instance> about = await PartAsync(() => Client.Instances.GetAsync(Id, stop), stop).ConfigureAwait(false);
        if (about.Error is { } error && NotFoundErrors.IsObjectMissing(error))
            return new(instance, context) { About = about };
        Task<ReportPart<LagReport>?> lag = OptionalAsync(request.Lag, () => ReadLagAsync(stop));
        Task<ReportPart<DiskReport>?> disk = OptionalAsync(request.Disk, () => ReadDiskAsync(stop));
        Task<ReportPart<Cluster>?> brokers = OptionalAsync(request.Balance, () => PartAsync(() => Client.Cluster.GetAsync(Id, stop), stop));
        Task<ReportPart<List<Topic>>?> topics = OptionalAsync(request.Balance || request.Topics, () => PartAsync(() => ReadTopicsAsync(stop), stop));
        ReplicaReader reader = new(Client, Id, throttle, progress);
        IReadOnlyList<TopicReplica> replicas = request.Balance && await topics.ConfigureAwait(false) is { Value: { } listed }
            ? await reader.ReadAsync([.. listed.Select(topic => topic.Name!)], stop).ConfigureAwait(false)
            : [];
        await Task.WhenAll(lag, disk, brokers, topics).ConfigureAwait(false);
        List<(string Name, DmsException Error)> unread = reader.Unread;
        ReportPart<List<Topic>>? list = await topics.ConfigureAwait(false);
        ReportPart<Cluster>? cluster = await brokers.ConfigureAwait(false);
        int? count = about.Value?.BrokerCount ?? cluster?.Value?.Brokers?.Length;
        return new(instance, context)
        {
            About = about,
            Lag = await lag.ConfigureAwait(false),
            Disk = await disk.ConfigureAwait(false),
            Brokers = cluster,
            Balance = request.Balance ? new(ReadBalance(list!, replicas, cluster, unread), list!.Error ?? Overall(replicas, unread)) : null,
            Topics = request.Topics ? new(AnalyzeTopics(list!.Value, count, replicas), list.Error) : null,
        };
    }

    private static Balance? ReadBalance(
        ReportPart<List<Topic>> topics, IReadOnlyList<TopicReplica> replicas, ReportPart<Cluster>? cluster, List<(string Name, DmsException Error)> unread)
        => topics.Value is null || Overall(replicas, unread) is not null
            ? null
            : Balance.Of(replicas, (cluster?.Value?.Brokers ?? []).Select(broker => broker.BrokerId).OfType<int>(), unread);

    /// <summary>Returns one failure instead of one per topic if no topic could be read.</summary>
    private static DmsException? Overall(IReadOnlyList<TopicReplica> replicas, List<(string Name, DmsException Error)> unread)
        => replicas.Count == 0 && unread.Count > 0 ? unread[0].Error : null;

    private static TopicsReport? AnalyzeTopics(List<Topic>? topics, int? brokers, IReadOnlyList<TopicReplica> replicas)
        => topics is null ? null : new(topics.Count, topics.Sum(topic => topic.PartitionCount ?? 0), TopicIssue.Of(topics, brokers, replicas));

    private static async Task<ReportPart<T>?> OptionalAsync<T>(bool wanted, Func<Task<ReportPart<T>>> read)
        where T : class
        => wanted ? await read().ConfigureAwait(false) : null;

    private Task<ReportPart<T>> PartAsync<T>(Func<Task<T>> read, CancellationToken stop)
        where T : class
        => ReportPart.ReadAsync(throttle, read, stop);

    private async Task<ReportPart<DiskReport>> ReadDiskAsync(CancellationToken stop)
    {
        ReportPart<IReadOnlyList<DiskUsage>> read = await PartAsync(
            () => Client.Cluster.ListDiskUsageAsync(Id, new() { MinimumBytes = TopicDiskUsage.UsualMinimumBytes }, stop), stop).ConfigureAwait(false);
        return read.Value is { } brokers
            ? new(new(brokers, [.. TopicDiskUsage.Of(brokers).Where(topic => request.Filter.Includes(topic.Topic))]), null)
            : new(null, read.Error);
    }

    private async Task<List<Topic>> ReadTopicsAsync(CancellationToken stop)
    {
        List<Topic> topics = [];
        await foreach (Topic topic in Client.Topics.List(Id).WithCancellation(stop).ConfigureAwait(false))
        {
            if (!topic.IsSystem && request.Filter.Includes(topic.Name))
                topics.Add(topic);
        }
        return topics;
    }

    private async Task<ReportPart<LagReport>> ReadLagAsync(CancellationToken stop)
    {
        ReportPart<List<ItemReference>> groups = await PartAsync(() => ReadGroupsAsync(stop), stop).ConfigureAwait(false);
        if (groups.Value is not { } listed)
            return new(null, groups.Error);
        LagReader reader = new();
        if (request.Sample is { } time)
        {
            // A failure here either repeats in the second reading or no longer matters.
            await Task.WhenAll(listed.Select(group => PartAsync(() => SummarizeAsync(reader, group, stop), stop))).ConfigureAwait(false);
            await new WaitClock().DelayAsync(time, stop).ConfigureAwait(false);
        }
        ReportPart<ConsumerLagSummary>[] read = await Task.WhenAll(listed.Select(group => PartAsync(() => SummarizeAsync(reader, group, stop), stop))).ConfigureAwait(false);
        (string Name, DmsException Error)[] unread =
            [.. listed.Zip(read, (group, part) => (Name: $"lag of {group.Name}", part.Error)).Where(part => part.Error is not null).Select(part => (part.Name, part.Error!))];
        if (unread.Length > 0 && unread.Length == listed.Count)
            return new(null, unread[0].Error);
        ConsumerLagSummary[] worstFirst =
        [
            .. read.Select(part => part.Value).OfType<ConsumerLagSummary>()
                .Where(group => request.Filter.All || group.PartitionCount > 0)
                .OrderByDescending(group => group.Lag).ThenByDescending(group => group.Verdict).ThenBy(group => group.ConsumerGroup, StringComparer.Ordinal),
        ];
        return new(new(worstFirst, unread, request.Sample, listed.Count), null);
    }

    private async Task<List<ItemReference>> ReadGroupsAsync(CancellationToken stop)
    {
        List<ItemReference> groups = [];
        await foreach (ConsumerGroup group in Client.ConsumerGroups.List(Id).WithCancellation(stop).ConfigureAwait(false))
        {
            if (group.Name is { Length: > 0 } name)
                groups.Add(new(context, instance, name, IsListed: true));
        }
        return groups;
    }

    private async Task<ConsumerLagSummary> SummarizeAsync(LagReader reader, ItemReference group, CancellationToken stop)
    {
        (ConsumerGroup read, IReadOnlyList<ConsumerLag> lags) = await reader.ReadAsync(group, stop).ConfigureAwait(false);
        return ConsumerLagSummary.Of(read, [.. lags.Where(lag => request.Filter.Includes(lag.Topic))]);
    }
}
