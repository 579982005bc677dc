using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Data of the service for completers. A list is fetched in the background; the completer waits briefly, and a list that arrives
/// later serves the next key press.
/// </summary>
internal static class CompletionCache
{
    /// <summary>A longer wait feels like a hang while typing.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromMilliseconds(280);

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    /// <summary>The number of items that are always read; more are read only if too few of them match.</summary>
    private const int MaxResults = CompleterBase.MaxResults;

    private static readonly ConcurrentDictionary<string, Entry> Entries = new(StringComparer.Ordinal);

    /// <summary>The instances of the connection on the command line.</summary>
    public static IEnumerable<Instance> Instances(IDictionary boundParameters)
        => InParts("instances", boundParameters, (client, range) => client.Instances.List(range: range));

    /// <summary>The products of that connection.</summary>
    public static IReadOnlyList<Product> Products(IDictionary boundParameters)
        => Get("products", boundParameters, (client, cancellationToken) => client.Catalog.ListProductsAsync(productId: null, cancellationToken));

    /// <summary>The availability zones of that connection.</summary>
    public static IReadOnlyList<AvailabilityZone> Zones(IDictionary boundParameters)
        => Get("zones", boundParameters, (client, cancellationToken) => client.Catalog.ListZonesAsync(cancellationToken));

    /// <summary>The settings of the instance whose id is on the command line; none if there is no id.</summary>
    public static IReadOnlyList<InstanceConfig> Configs(IDictionary boundParameters)
        => OfInstance("configs", boundParameters, (client, id, cancellationToken) => client.Settings.ListConfigs(id).ToListAsync(cancellationToken));

    /// <summary>The users of that instance.</summary>
    public static IReadOnlyList<InstanceUser> Users(IDictionary boundParameters)
        => OfInstance("users", boundParameters, (client, id, cancellationToken) => client.Users.List(id).ToListAsync(cancellationToken));

    /// <summary>The topics of that instance.</summary>
    public static IEnumerable<Topic> Topics(IDictionary boundParameters)
        => OfInstanceInParts("topics", boundParameters, (client, id, range) => client.Topics.List(id, range));

    /// <summary>The consumer groups of that instance; in a longer list, those that the service finds by the typed text.</summary>
    public static IEnumerable<ConsumerGroup> ConsumerGroups(IDictionary boundParameters, string typed)
    {
        long began = Stopwatch.GetTimestamp();
        IReadOnlyList<ConsumerGroup> first
            = OfInstance(
                "groups", boundParameters, (client, id, cancellationToken) => client.ConsumerGroups.List(id, range: new(0, MaxResults)).ToListAsync(cancellationToken));
        foreach (ConsumerGroup group in first)
            yield return group;
        // If the first page has not arrived yet, the search may be faster.
        if (typed.Length == 0 || first.Count is > 0 and < MaxResults)
            yield break;
        HashSet<string?> known = new(first.Select(group => group.ConsumerGroup), StringComparer.Ordinal);
        IReadOnlyList<ConsumerGroup> named = OfInstance(
            $"groups with {typed}",
            boundParameters,
            (client, id, cancellationToken) => client.ConsumerGroups.List(id, typed, range: new(0, MaxResults)).ToListAsync(cancellationToken),
            began);
        foreach (ConsumerGroup group in named.Where(group => !known.Contains(group.ConsumerGroup)))
            yield return group;
    }

    /// <summary>The partitions of the topic on the command line.</summary>
    public static IEnumerable<TopicPartition> Partitions(IDictionary boundParameters)
        => FirstOf(boundParameters["Topic"])?.ToString() is { Length: > 0 } topic
            ? OfInstanceInParts("partitions of " + topic, boundParameters, (client, id, range) => client.Topics.ListPartitions(id, topic, range))
            : [];

    /// <summary>The brokers of that instance.</summary>
    public static IReadOnlyList<ClusterBroker> Brokers(IDictionary boundParameters) => OfInstance("brokers", boundParameters, InstanceBrokers.ReadAsync);

    /// <summary>The diagnoses of that instance.</summary>
    public static IEnumerable<DiagnosisSummary> Diagnoses(IDictionary boundParameters)
        => OfInstanceInParts("diagnoses", boundParameters, (client, id, range) => client.Diagnosis.List(id, range));

    /// <summary>The quotas of that instance.</summary>
    public static IEnumerable<ClientQuota> Quotas(IDictionary boundParameters)
        => OfInstanceInParts("quotas", boundParameters, (client, id, range) => client.Quotas.List(id, range: range));

    /// <summary>The latest tasks of that instance.</summary>
    public static IReadOnlyList<BackgroundTask> Tasks(IDictionary boundParameters)
        => OfInstance(
            "tasks", boundParameters, (client, id, cancellationToken) => client.Tasks.List(id, range: new(0, MaxResults)).ToListAsync(cancellationToken));

    /// <summary>The tags of that instance.</summary>
    public static IReadOnlyList<InstanceTag> Tags(IDictionary boundParameters)
        => OfInstance("tags", boundParameters, (client, id, cancellationToken) => client.Tags.ListAsync(id, cancellationToken));

    /// <summary>The tags of the project.</summary>
    public static IReadOnlyList<ProjectTag> ProjectTags(IDictionary boundParameters)
        => Get("tags", boundParameters, (client, cancellationToken) => client.Tags.ListOfProjectAsync(cancellationToken));

    /// <summary>The Smart Connect tasks of that instance.</summary>
    public static IReadOnlyList<SmartConnectTask> SmartConnectTasks(IDictionary boundParameters)
        => OfInstance(
            "smart connect tasks", boundParameters, (client, id, cancellationToken) => client.SmartConnect.List(id).ToListAsync(cancellationToken));

    /// <summary>The dump tasks of the Smart Connect on the command line, by its id or its instance.</summary>
    public static IReadOnlyList<SinkTask> SinkTasks(IDictionary boundParameters)
        => new ConnectorReference(IdOf(boundParameters["ConnectorId"], instance => instance.ConnectorId)) is { IsWellFormed: true } connector
            ? Get(
                "sink tasks/" + connector.Id, boundParameters, (client, cancellationToken) => client.SinkTasks.List(connector.Id).ToListAsync(cancellationToken))
            : [];

    private static IReadOnlyList<T> Get<T>(
        string kind, IDictionary boundParameters, Func<DmsClient, CancellationToken, Task<IReadOnlyList<T>>> fetch, long? began = null)
    {
        DmsContext context = ContextOf(boundParameters);
        Entry entry = Find(kind, context, () => new(Task.Run(() => FetchAsync(cancellationToken => fetch(context.Client, cancellationToken)))));
        Task<IReadOnlyList<T>> task = (Task<IReadOnlyList<T>>)entry.Task;
        return task.Wait(Left(began)) ? task.Result : [];
    }

    private static IReadOnlyList<T> OfInstance<T>(
        string kind, IDictionary boundParameters, Func<DmsClient, string, CancellationToken, Task<IReadOnlyList<T>>> fetch, long? began = null)
        => InstanceOf(boundParameters) is { } instance
            ? Get($"{kind} of {instance.Id}", boundParameters, (client, cancellationToken) => fetch(client, instance.Id, cancellationToken), began)
            : [];

    private static IEnumerable<T> OfInstanceInParts<T>(
        string kind, IDictionary boundParameters, Func<DmsClient, string, PageRange, PagedResult<T>> list)
        => InstanceOf(boundParameters) is { } instance
            ? InParts($"{kind} of {instance.Id}", boundParameters, (client, range) => list(client, instance.Id, range))
            : [];

    /// <summary>Returns the beginning of a list, and the rest of it for a caller that reads on, as far as it arrives in time.</summary>
    private static IEnumerable<T> InParts<T>(string kind, IDictionary boundParameters, Func<DmsClient, PageRange, PagedResult<T>> list)
    {
        long began = Stopwatch.GetTimestamp();
        IReadOnlyList<T> first = Get(
            kind, boundParameters, (client, cancellationToken) => list(client, new(0, MaxResults)).ToListAsync(cancellationToken), began);
        foreach (T item in first)
            yield return item;
        if (first.Count < MaxResults)
            yield break;
        DmsContext context = ContextOf(boundParameters);
        Entry entry = Find($"more {kind}", context, () => Rest<T>.Of(list(context.Client, new(MaxResults, null))));
        entry.Task.Wait(Left(began));
        foreach (T item in ((Rest<T>)entry).Known)
            yield return item;
    }

    private static DmsContext ContextOf(IDictionary boundParameters) => ContextStore.Resolve(References(boundParameters["Context"]))[0];

    private static InstanceReference? InstanceOf(IDictionary boundParameters)
        => new InstanceReference(IdOf(boundParameters["InstanceId"], instance => instance.InstanceId)) is { IsWellFormed: true } instance ? instance : null;

    /// <summary>The time that remains for one key press.</summary>
    private static TimeSpan Left(long? began)
    {
        TimeSpan left = began is { } start ? MaxWait - Since(start) : MaxWait;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private static TimeSpan Since(long start) => TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - start) / (double)Stopwatch.Frequency);

    /// <summary>The id on the command line; a variable there may hold the instance itself.</summary>
    private static string IdOf(object? bound, Func<Instance, string?> idOf)
    {
        object? first = FirstOf(bound);
        string? id = first is Instance instance ? idOf(instance) : first?.ToString();
        return id ?? string.Empty;
    }

    /// <summary>The first value of a parameter that takes several.</summary>
    private static object? FirstOf(object? bound)
        => PSValue.Unwrap(bound) switch
        {
            object[] { Length: > 0 } several => FirstOf(several[0]),
            var one => one,
        };

    /// <summary>Separates the entries by connection: two credentials under the same name may see different data.</summary>
    private static Entry Find(string kind, DmsContext context, Func<Entry> make)
    {
        foreach (string stale in Entries.Where(entry => entry.Value.IsStale).Select(entry => entry.Key))
            Entries.TryRemove(stale, out _);
        return Entries.GetOrAdd(
            FormattableString.Invariant($"{kind}/{context.Name}/{context.ProjectId}/{context.Endpoint}/{context.Identity}/{context.ConnectedAt.UtcTicks}"),
            _ => make());
    }

    private static async Task<IReadOnlyList<T>> FetchAsync<T>(Func<CancellationToken, Task<IReadOnlyList<T>>> fetch)
    {
        using CancellationTokenSource limit = new(Lifetime);
        return await fetch(limit.Token).ConfigureAwait(false);
    }

    private static ContextReference[] References(object? bound)
        => bound switch
        {
            string name => [new(name)],
            DmsContext context => [new(context)],
            object[] several => [.. several.SelectMany(References)],
            _ => [],
        };

    private class Entry(Task task)
    {
        private readonly long _made = Stopwatch.GetTimestamp();

        public Task Task => task;

        public bool IsStale => task.IsFaulted || task.IsCanceled || Since(_made) > Lifetime;
    }

    /// <summary>The rest of a long list, which grows while it is read.</summary>
    private sealed class Rest<T>(Task task, List<T> known) : Entry(task)
    {
        public static Rest<T> Of(PagedResult<T> list)
        {
            List<T> known = [];
            return new(Task.Run(() => ReadAsync(list, known)), known);
        }

        /// <summary>The items read so far.</summary>
        public T[] Known
        {
            get
            {
                lock (known)
                    return [.. known];
            }
        }

        private static async Task ReadAsync(PagedResult<T> list, List<T> known)
        {
            using CancellationTokenSource limit = new(Lifetime);
            try
            {
                await foreach (Page<T> page in list.AsPagesAsync(limit.Token).ConfigureAwait(false))
                {
                    lock (known)
                        known.AddRange(page.Items);
                }
            }
            catch (Exception error) when (error is DmsException or OperationCanceledException)
            {
                // The items read until then are used.
            }
        }
    }
}
