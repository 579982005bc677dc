using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Plans the removal of topic replicas from brokers of one instance.</summary>
/// <param name="found">The instance.</param>
/// <param name="excluded">The brokers to remove the replicas from.</param>
/// <param name="names">The topics; null for all, including the service's own.</param>
internal sealed class BrokerExclusion(FoundInstance found, IReadOnlyCollection<int> excluded, IReadOnlyCollection<string>? names)
{
    private readonly DmsContext _context = found.Context;
    private readonly InstanceReference _instance = found.Instance;

    /// <summary>Reads the replicas topic by topic, and plans. A topic that cannot be read or planned does not affect the others.</summary>
    /// <exception cref="FailureException">A broker does not exist, or there is no other broker.</exception>
    public async Task<InstancePlan> PlanAsync(IPipeline pipeline)
    {
        IReadOnlyList<ClusterBroker> brokers = await InstanceBrokers.ReadAsync(_context.Client, _instance.Id, pipeline.Stop).ConfigureAwait(false);
        int[] up = [.. brokers.Where(broker => broker.IsHealthy != false).Select(broker => broker.BrokerId!.Value)];
        Check([.. brokers.Select(broker => broker.BrokerId!.Value)], up);

        List<Failure> refusals = [];
        IReadOnlyList<TopicReplica> replicas = await ReadAsync(await FindAsync(refusals, pipeline.Stop).ConfigureAwait(false), refusals, pipeline).ConfigureAwait(false);
        Balance balance = Balance.Of(replicas, up);
        // If the brokers cannot be read, those that hold replicas are known.
        ExclusionPlanner planner = new(excluded, brokers.Count > 0 ? up : [.. balance.Loads.Select(load => load.Broker)]);
        List<TopicReassignment> plans = planner.Plan(balance);
        refusals.AddRange(planner.Refusals);
        if (plans.Count + refusals.Count == 0)
            pipeline.WriteVerbose(Format(Text.NothingLeftToDo, _instance.Subject));
        HashSet<(string?, int?)> moving = [.. plans.SelectMany(plan => plan.Assignment!, (plan, place) => ((string?)plan.Topic, (int?)place.Partition))];
        return new(_context, _instance, plans, refusals, [.. replicas.Where(replica => moving.Contains((replica.Topic, replica.Partition)))]);
    }

    private void Check(int[] brokers, int[] up)
    {
        if (brokers.Length == 0)
            return;
        int[] unknown = [.. excluded.Except(brokers)];
        if (unknown.Length > 0)
            throw new FailureException(Failures.InvalidArgument("ExcludeBroker", unknown[0], Format(Text.BrokerUnknownRule, _instance.Subject, string.Join(", ", brokers)), _instance.Id));
        if (!up.Except(excluded).Any())
            throw new FailureException(Failures.InvalidArgument("ExcludeBroker", string.Join(",", excluded), Format(Text.NoBrokerLeftRule, _instance.Subject), _instance.Id));
    }

    /// <summary>Returns the topics to read; refuses a named topic that does not exist.</summary>
    private async Task<IReadOnlyList<string>> FindAsync(List<Failure> refusals, CancellationToken cancellationToken)
    {
        if (names is null)
            return await TopicLookup.NamesAsync(_context, _instance.Id, cancellationToken).ConfigureAwait(false);
        Dictionary<string, object> there = await TopicLookup.FindOrFailAsync(_context, _instance, names, cancellationToken).ConfigureAwait(false);
        refusals.AddRange(names.Select(name => there[name]).OfType<Failure>());
        return [.. names.Where(name => there[name] is not Failure)];
    }

    private async Task<IReadOnlyList<TopicReplica>> ReadAsync(IReadOnlyList<string> topics, List<Failure> refusals, IPipeline pipeline)
    {
        // Instances are read in parallel, but only one topic of each at a time.
        using Throttle throttle = new(1);
        TopicProgress progress = new(pipeline, $"Reading replicas of {_instance.Subject}", "replicas");
        ReplicaReader reader = new(_context.Client, _instance.Id, throttle, progress);
        IReadOnlyList<TopicReplica> replicas = await reader.ReadAsync(topics, pipeline.Stop).ConfigureAwait(false);
        progress.End();
        refusals.AddRange(Failures.Unread(reader.Unread, _instance));
        return replicas;
    }
}
