namespace HuaweiDms.PowerShell.Engine;

/// <summary>Finds topics of an instance by their names: the list is read once, and only until all are found.</summary>
internal static class TopicLookup
{
    public static async Task<Dictionary<string, object>> FindAsync(
        DmsContext context, string instanceId, IEnumerable<string> names, CancellationToken stop)
    {
        HashSet<string> missing = new(names, StringComparer.Ordinal);
        Dictionary<string, object> found = new(StringComparer.Ordinal);
        if (missing.Count == 0)
            return found;
        await foreach (Topic topic in context.Client.Topics.List(instanceId).WithCancellation(stop).ConfigureAwait(false))
        {
            if (!missing.Remove(topic.Name!))
                continue;
            found[topic.Name!] = topic;
            if (missing.Count == 0)
                break;
        }
        return found;
    }
}
