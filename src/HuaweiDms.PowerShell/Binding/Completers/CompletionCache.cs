using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// What completers know of the service. A list is fetched in the background and waited for shortly; when it comes later,
/// it serves the next press of the key.
/// </summary>
internal static class CompletionCache
{
    /// <summary>Longer feels like a hang while typing.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(280);

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    /// <summary>Enough to choose from; more cannot be read in a menu.</summary>
    private const int Most = 500;

    private static readonly ConcurrentDictionary<string, Entry> Entries = new(StringComparer.Ordinal);

    /// <summary>The instances of the connection that the command line names.</summary>
    public static IReadOnlyList<Instance> Instances(IDictionary boundParameters)
        => Get("instances", boundParameters, (client, stop) => client.Instances.List(range: new(0, Most)).ToListAsync(stop));

    /// <summary>The products that are offered there.</summary>
    public static IReadOnlyList<Product> Products(IDictionary boundParameters)
        => Get("products", boundParameters, (client, stop) => client.Catalog.ListProductsAsync(productId: null, stop));

    /// <summary>The availability zones there.</summary>
    public static IReadOnlyList<AvailabilityZone> Zones(IDictionary boundParameters)
        => Get("zones", boundParameters, (client, stop) => client.Catalog.ListZonesAsync(stop));

    /// <summary>The configurations of the instance that the command line names by its id; none where it names none.</summary>
    public static IReadOnlyList<InstanceConfig> Configs(IDictionary boundParameters)
        => OfInstance("configs", boundParameters, (client, id, stop) => client.Settings.ListConfigs(id).ToListAsync(stop));

    /// <summary>The users of that instance.</summary>
    public static IReadOnlyList<InstanceUser> Users(IDictionary boundParameters)
        => OfInstance("users", boundParameters, (client, id, stop) => client.Users.List(id).ToListAsync(stop));

    /// <summary>The topics of that instance.</summary>
    public static IReadOnlyList<Topic> Topics(IDictionary boundParameters)
        => OfInstance("topics", boundParameters, (client, id, stop) => client.Topics.List(id, new(0, Most)).ToListAsync(stop));

    /// <summary>The consumer groups of that instance.</summary>
    public static IReadOnlyList<ConsumerGroup> ConsumerGroups(IDictionary boundParameters)
        => OfInstance("groups", boundParameters, (client, id, stop) => client.ConsumerGroups.List(id, range: new(0, Most)).ToListAsync(stop));

    /// <summary>The partitions of the topic that it names as well.</summary>
    public static IReadOnlyList<TopicPartition> Partitions(IDictionary boundParameters)
        => FirstOf(boundParameters["Topic"])?.ToString() is { Length: > 0 } topic
            ? OfInstance("partitions of " + topic, boundParameters, (client, id, stop) => client.Topics.ListPartitions(id, topic, new(0, Most)).ToListAsync(stop))
            : [];

    /// <summary>The brokers of that instance.</summary>
    public static IReadOnlyList<ClusterBroker> Brokers(IDictionary boundParameters) => OfInstance("brokers", boundParameters, InstanceBrokers.ReadAsync);

    /// <summary>The diagnoses of that instance.</summary>
    public static IReadOnlyList<DiagnosisSummary> Diagnoses(IDictionary boundParameters)
        => OfInstance("diagnoses", boundParameters, (client, id, stop) => client.Diagnosis.List(id, new(0, Most)).ToListAsync(stop));

    /// <summary>The quotas of that instance.</summary>
    public static IReadOnlyList<ClientQuota> Quotas(IDictionary boundParameters)
        => OfInstance("quotas", boundParameters, (client, id, stop) => client.Quotas.List(id, range: new(0, Most)).ToListAsync(stop));

    /// <summary>The latest tasks of that instance.</summary>
    public static IReadOnlyList<BackgroundTask> Tasks(IDictionary boundParameters)
        => OfInstance("tasks", boundParameters, (client, id, stop) => client.Tasks.List(id, range: new(0, Most)).ToListAsync(stop));

    /// <summary>The tags of that instance.</summary>
    public static IReadOnlyList<InstanceTag> Tags(IDictionary boundParameters)
        => OfInstance("tags", boundParameters, (client, id, stop) => client.Tags.ListAsync(id, stop));

    /// <summary>The tags of the project.</summary>
    public static IReadOnlyList<ProjectTag> ProjectTags(IDictionary boundParameters)
        => Get("tags", boundParameters, (client, stop) => client.Tags.ListOfProjectAsync(stop));

    /// <summary>The Smart Connect tasks of that instance.</summary>
    public static IReadOnlyList<SmartConnectTask> SmartConnectTasks(IDictionary boundParameters)
        => OfInstance("smart connect tasks", boundParameters, (client, id, stop) => client.SmartConnect.List(id).ToListAsync(stop));

    /// <summary>The dump tasks of the Smart Connect that the command line names by its id or as its instance.</summary>
    public static IReadOnlyList<SinkTask> SinkTasks(IDictionary boundParameters)
        => new ConnectorReference(IdOf(boundParameters["ConnectorId"], instance => instance.ConnectorId)) is { IsWellFormed: true } connector
            ? Get("sink tasks/" + connector.Id, boundParameters, (client, stop) => client.SinkTasks.List(connector.Id).ToListAsync(stop))
            : [];

    private static IReadOnlyList<T> Get<T>(string kind, IDictionary boundParameters, Func<DmsClient, CancellationToken, Task<IReadOnlyList<T>>> fetch)
    {
        DmsContext context = ContextStore.Resolve(References(boundParameters["Context"]))[0];
        // What one may see, another who connects under the same name may not.
        return Get(FormattableString.Invariant($"{kind}/{context.Name}/{context.ProjectId}/{context.Endpoint}/{context.Identity}/{context.ConnectedAt.UtcTicks}"), stop => fetch(context.Client, stop));
    }

    private static IReadOnlyList<T> OfInstance<T>(
        string kind, IDictionary boundParameters, Func<DmsClient, string, CancellationToken, Task<IReadOnlyList<T>>> fetch)
        => new InstanceReference(IdOf(boundParameters["InstanceId"], instance => instance.InstanceId)) is { IsWellFormed: true } instance
            ? Get($"{kind} of {instance.Id}", boundParameters, (client, stop) => fetch(client, instance.Id, stop))
            : [];

    /// <summary>The id on the command line; a variable there may hold the instance itself.</summary>
    private static string IdOf(object? bound, Func<Instance, string?> idOf)
        => (FirstOf(bound) is Instance instance ? idOf(instance) : FirstOf(bound)?.ToString()) ?? string.Empty;

    /// <summary>What stands for a parameter of which several may be given.</summary>
    private static object? FirstOf(object? bound)
        => Bare.Of(bound) switch
        {
            object[] { Length: > 0 } several => FirstOf(several[0]),
            var one => one,
        };

    private static IReadOnlyList<T> Get<T>(string key, Func<CancellationToken, Task<IReadOnlyList<T>>> fetch)
    {
        foreach (string stale in Entries.Where(entry => entry.Value.IsStale).Select(entry => entry.Key))
            Entries.TryRemove(stale, out _);
        Entry entry = Entries.GetOrAdd(key, _ => Entry.Of(Task.Run(() => FetchAsync(fetch))));
        Task<IReadOnlyList<T>> task = (Task<IReadOnlyList<T>>)entry.Task;
        return task.Wait(Patience) ? task.Result : [];
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

    private sealed record Entry(Task Task, long Made)
    {
        public static Entry Of(Task task) => new(task, Stopwatch.GetTimestamp());

        public bool IsStale => Task.IsFaulted || Task.IsCanceled || (Stopwatch.GetTimestamp() - Made) / (double)Stopwatch.Frequency > Lifetime.TotalSeconds;
    }
}
