using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Finds topics of an instance by name: the list is read once, and only until all are found.</summary>
internal static class TopicLookup
{
    /// <summary>Returns the names of all topics, including the service's own.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(DmsContext context, string instanceId, CancellationToken cancellationToken)
        => [.. (await context.Client.Topics.List(instanceId).ToListAsync(cancellationToken).ConfigureAwait(false)).Select(topic => topic.Name).OfType<string>()];

    /// <summary>Returns the topics that exist, by name.</summary>
    public static Task<Dictionary<string, Topic>> FindAsync(
        DmsContext context, string instanceId, IEnumerable<string> names, CancellationToken cancellationToken)
        => FindAsync(context, instanceId, names, _ => { }, cancellationToken);

    /// <summary>Returns the topics by name, or a failure for each that does not exist.</summary>
    public static async Task<Dictionary<string, object>> FindOrFailAsync(
        DmsContext context, InstanceReference instance, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        List<string> seen = [];
        Dictionary<string, Topic> found = await FindAsync(context, instance.Id, names, seen.Add, cancellationToken).ConfigureAwait(false);
        Dictionary<string, object> results = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            // A missing name is compared with all existing ones.
            cancellationToken.ThrowIfCancellationRequested();
            results[name] = found.TryGetValue(name, out Topic? topic)
                ? topic
                : Failures.NotFound("topic", name, instance.Subject, "Get-DmsTopic").Suggesting(seen);
        }
        return results;
    }

    /// <summary>Reports each topic that does not exist; reads nothing if none is named.</summary>
    /// <returns>How many that are.</returns>
    public static async Task<int> ReportMissingAsync(IPipeline pipeline, FoundInstance found, IReadOnlyCollection<string> names)
    {
        Dictionary<string, object> topics = await FindOrFailAsync(found.Context, found.Instance, names, pipeline.Stop).ConfigureAwait(false);
        Failure[] missing = [.. names.Select(name => topics[name]).OfType<Failure>()];
        foreach (Failure failure in missing)
            await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
        return missing.Length;
    }

    private static async Task<Dictionary<string, Topic>> FindAsync(
        DmsContext context, string instanceId, IEnumerable<string> names, Action<string> onSeen, CancellationToken cancellationToken)
    {
        HashSet<string> missing = new(names, StringComparer.Ordinal);
        Dictionary<string, Topic> found = new(StringComparer.Ordinal);
        if (missing.Count == 0)
            return found;
        await foreach (Topic topic in context.Client.Topics.List(instanceId).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            onSeen(topic.Name!);
            if (!missing.Remove(topic.Name!))
                continue;
            found[topic.Name!] = topic;
            if (missing.Count == 0)
                break;
        }
        return found;
    }
}
