namespace HuaweiDms.PowerShell.Engine;

/// <summary>Finds the groups that have offsets in topics. The service lists those of one topic per request (7.2.3.2).</summary>
internal static class TopicReaders
{
    /// <summary>Returns the names of the groups that read any of some topics.</summary>
    /// <param name="pipeline">Where failures go.</param>
    /// <param name="found">The instance.</param>
    /// <param name="topics">The topics; patterns are matched against the list of existing ones.</param>
    /// <param name="degree">The number of topics to read in parallel.</param>
    /// <param name="command">The name of the command for error messages.</param>
    /// <returns>The names, and the exactly named topics that no group reads and that may not exist.</returns>
    public static async Task<(HashSet<string> Groups, IReadOnlyList<string> Unread)> FindAsync(
        IPipeline pipeline, FoundInstance found, NameFilter topics, int degree, string command)
    {
        TopicSearch search = new();
        search.Add(found, topics);
        List<(ItemReference Topic, IReadOnlyList<string> Groups)> read = await ParallelLists.ReadAsync(
            pipeline,
            await search.FindAsync(pipeline, degree, command).ConfigureAwait(false),
            degree,
            async (topic, cancellationToken) => (IReadOnlyList<(ItemReference, IReadOnlyList<string>)>)
                [(topic, await GroupLookup.NamesAsync(topic.Context, topic.Instance.Id, topic.Name, cancellationToken).ConfigureAwait(false))],
            (topic, error) => Failures.From(error, topic.Name, command, topic.Subject)).ConfigureAwait(false);
        return (
            new(read.SelectMany(one => one.Groups), StringComparer.Ordinal),
            [.. read.Where(one => one.Groups.Count == 0 && !one.Topic.IsListed).Select(one => one.Topic.Name)]);
    }
}
