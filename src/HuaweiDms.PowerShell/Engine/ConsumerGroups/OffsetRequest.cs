using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The requested offsets of one consumer group; each pipeline record may add to them.</summary>
internal sealed class OffsetRequest(ItemReference group)
{
    public ItemReference Group { get; } = group;

    public List<OffsetScope> Scopes { get; } = [];
}

/// <summary>The requested offsets of all consumer groups.</summary>
internal sealed class OffsetRequests
{
    private readonly Dictionary<string, OffsetRequest> _requests = new(StringComparer.Ordinal);

    /// <summary>Adds to the request for a group.</summary>
    /// <returns>The complete request; the same object each time.</returns>
    public OffsetRequest Of(DmsContext context, InstanceReference instance, string group, OffsetScope scope)
    {
        ItemReference named = new(context, instance, group);
        if (!_requests.TryGetValue(named.Key, out OffsetRequest? request))
            _requests.Add(named.Key, request = new(named));
        request.Scopes.Add(scope);
        return request;
    }
}

/// <summary>The requested offsets of some topics and partitions.</summary>
/// <param name="Topics">The topics; all that the group reads if none is named.</param>
/// <param name="Partitions">The partitions; null for all of the topic.</param>
/// <param name="Target">Where they are wanted.</param>
/// <param name="Expected">The committed offset when this was planned; null if unknown.</param>
/// <param name="IsBack">Whether a reset is undone.</param>
internal sealed record OffsetScope(NameFilter Topics, int[]? Partitions, OffsetTarget Target, long? Expected = null, bool IsBack = false)
{
    /// <summary>The requested partitions of a topic.</summary>
    public IReadOnlyCollection<int> PartitionsOf(TopicRange topic) => Partitions ?? [.. topic.All.Select(one => one.Partition)];
}
