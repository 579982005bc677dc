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

    public async Task<InstanceReport> ReadAsync(CancellationToken cancellationToken)
    {
        ReadResult<Instance> about = await PartAsync(() => Client.Instances.GetAsync(Id, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (about.Error is { } error && NotFoundErrors.IsObjectMissing(error))
            return new(instance, context) { About = about };
        Task<ReadResult<LagReport>?> lag = OptionalAsync(request.Lag, () => ReadLagAsync(cancellationToken));
        Task<ReadResult<DiskReport>?> disk = OptionalAsync(request.Disk, () => ReadDiskAsync(cancellationToken));
        Task<ReadResult<Cluster>?> brokers = OptionalAsync(
            request.Balance, () => PartAsync(() => Client.Cluster.GetAsync(Id, cancellationToken), cancellationToken));
        Task<ReadResult<List<Topic>>?> topics = OptionalAsync(
            request.Balance || request.Topics, () => PartAsync(() => ReadTopicsAsync(cancellationToken), cancellationToken));
        ReplicaReader reader = new(Client, Id, throttle, progress);
        IReadOnlyList<TopicReplica> replicas = request.Balance && await topics.ConfigureAwait(false) is { Value: { } listed }
            ? await reader.ReadAsync([.. listed.Select(topic => topic.Name!)], cancellationToken).ConfigureAwait(false)
            : [];
        await Task.WhenAll(lag, disk, brokers, topics).ConfigureAwait(false);
        List<(string Name, DmsException Error)> unread = reader.Unread;
        ReadResult<List<Topic>>? list = await topics.ConfigureAwait(false);
        ReadResult<Cluster>? cluster = await brokers.ConfigureAwait(false);
        int? count = about.Value?.BrokerCount ?? cluster?.Value?.Brokers?.Length;
        return new(instance, context)
        {
            About = about,
            Lag = await lag.ConfigureAwait(false),
            Disk = await disk.ConfigureAwait(false),
            Brokers = cluster,
            Balance = request.Balance ? BalanceOf(list!, replicas, cluster, unread) : null,
            Topics = request.Topics ? list!.Map(all => Analyze(all, count, replicas)) : null,
        };
    }

    /// <summary>Returns one failure instead of one per topic if no topic could be read.</summary>
    private static ReadResult<Balance> BalanceOf(
        ReadResult<List<Topic>> topics, IReadOnlyList<TopicReplica> replicas, ReadResult<Cluster>? cluster, List<(string Name, DmsException Error)> unread)
    {
        if (replicas.Count == 0 && unread.Count > 0)
            return new(null, unread[0].Error);
        return topics.Map(_ => Balance.Of(replicas, (cluster?.Value?.Brokers ?? []).Select(broker => broker.BrokerId).OfType<int>(), unread));
    }

    private static TopicsReport Analyze(List<Topic> topics, int? brokers, IReadOnlyList<TopicReplica> replicas)
        => new(topics.Count, topics.Sum(topic => topic.PartitionCount ?? 0), TopicIssue.Of(topics, brokers, replicas));

    private static async Task<ReadResult<T>?> OptionalAsync<T>(bool wanted, Func<Task<ReadResult<T>>> read)
        where T : class
        => wanted ? await read().ConfigureAwait(false) : null;

    private Task<ReadResult<T>> PartAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken)
        where T : class
        => ReadResult.ReadAsync(throttle, read, cancellationToken);

    private async Task<ReadResult<DiskReport>> ReadDiskAsync(CancellationToken cancellationToken)
    {
        ReadResult<IReadOnlyList<DiskUsage>> read = await PartAsync(
            () => Client.Cluster.ListDiskUsageAsync(Id, new() { MinimumBytes = TopicDiskUsage.UsualMinimumBytes }, cancellationToken), cancellationToken).ConfigureAwait(false);
        return read.Map(brokers => new DiskReport(brokers, [.. TopicDiskUsage.Of(brokers).Where(topic => request.Filter.Includes(topic.Topic))]));
    }

    private async Task<List<Topic>> ReadTopicsAsync(CancellationToken cancellationToken)
    {
        List<Topic> topics = [];
        await foreach (Topic topic in Client.Topics.List(Id).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (!topic.IsSystem && request.Filter.Includes(topic.Name))
                topics.Add(topic);
        }
        return topics;
    }

    private async Task<ReadResult<LagReport>> ReadLagAsync(CancellationToken cancellationToken)
    {
        ReadResult<List<ItemReference>> groups = await PartAsync(() => ReadGroupsAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        if (groups.Value is not { } listed)
            return new(null, groups.Error);
        LagReader reader = new();
        if (request.Sample is { } time)
        {
            // A failure here either repeats in the second reading or no longer matters.
            await Task.WhenAll(
                listed.Select(group => PartAsync(() => SummarizeAsync(reader, group, cancellationToken), cancellationToken))).ConfigureAwait(false);
            await new WaitClock().DelayAsync(time, cancellationToken).ConfigureAwait(false);
        }
        ReadResult<ConsumerLagSummary>[] read = await Task.WhenAll(
            listed.Select(group => PartAsync(() => SummarizeAsync(reader, group, cancellationToken), cancellationToken))).ConfigureAwait(false);
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

    private async Task<List<ItemReference>> ReadGroupsAsync(CancellationToken cancellationToken)
    {
        List<ItemReference> groups = [];
        await foreach (ConsumerGroup group in Client.ConsumerGroups.List(Id).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (group.Name is { Length: > 0 } name)
                groups.Add(new(context, instance, name, IsListed: true));
        }
        return groups;
    }

    private async Task<ConsumerLagSummary> SummarizeAsync(LagReader reader, ItemReference group, CancellationToken cancellationToken)
    {
        (ConsumerGroup read, IReadOnlyList<ConsumerLag> lags) = await reader.ReadAsync(group, cancellationToken).ConfigureAwait(false);
        return ConsumerLagSummary.Of(read, [.. lags.Where(lag => request.Filter.Includes(lag.Topic))]);
    }
}
