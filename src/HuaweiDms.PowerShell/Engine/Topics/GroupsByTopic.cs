using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Finds the groups that read the topics of an instance. The service returns them per group (5.6.1) or per topic (7.2.3.2), but not
/// in a list, so the smaller number of requests is used.
/// </summary>
/// <param name="context">The connection.</param>
/// <param name="instance">The instance.</param>
/// <param name="degree">The number of groups to read in parallel.</param>
internal sealed class GroupsByTopic(DmsContext context, InstanceReference instance, int degree)
{
    private IReadOnlyList<string>? _names;
    private Dictionary<string, SortedSet<string>>? _readers;
    private bool _isReadPerTopic;

    /// <summary>Reads the groups if they are fewer than the topics. Groups that fail here are read per topic.</summary>
    public async Task PrepareAsync(int topics, CancellationToken cancellationToken)
    {
        if (_readers is not null || _isReadPerTopic)
            return;
        try
        {
            _names ??= await GroupLookup.NamesAsync(context, instance.Id, topic: null, cancellationToken).ConfigureAwait(false);
            if (_names.Count <= topics)
                _readers = await ReadAsync(_names, cancellationToken).ConfigureAwait(false);
        }
        catch (DmsException)
        {
            _isReadPerTopic = true;
        }
    }

    /// <summary>Returns the names of the groups that read a topic.</summary>
    public async Task<string[]> OfAsync(string topic, CancellationToken cancellationToken)
    {
        if (_readers is not null)
            return _readers.TryGetValue(topic, out SortedSet<string>? readers) ? [.. readers] : [];
        IReadOnlyList<string> names = await GroupLookup.NamesAsync(context, instance.Id, topic, cancellationToken).ConfigureAwait(false);
        return [.. names.OrderBy(name => name, StringComparer.Ordinal)];
    }

    private async Task<Dictionary<string, SortedSet<string>>> ReadAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        using Throttle throttle = new(degree);
        ConsumerGroup[] groups = await Task.WhenAll(
            names.Select(
                name => throttle.RunAsync(() => context.Client.ConsumerGroups.GetAsync(instance.Id, name, cancellationToken), cancellationToken))).ConfigureAwait(false);
        Dictionary<string, SortedSet<string>> byTopic = new(StringComparer.Ordinal);
        foreach ((string name, ConsumerGroup group) in names.Zip(groups, (name, group) => (name, group)))
        {
            foreach (string topic in group.TopicsRead())
            {
                if (!byTopic.TryGetValue(topic, out SortedSet<string>? readers))
                    byTopic.Add(topic, readers = new(StringComparer.Ordinal));
                readers.Add(name);
            }
        }
        return byTopic;
    }
}
