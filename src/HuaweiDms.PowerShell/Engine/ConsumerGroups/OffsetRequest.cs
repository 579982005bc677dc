using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>What is wanted of one consumer group: each record of a pipeline may add to it.</summary>
internal sealed class OffsetRequest(ItemReference group)
{
    public ItemReference Group { get; } = group;

    public List<OffsetScope> Scopes { get; } = [];
}

/// <summary>What is wanted of each consumer group.</summary>
internal sealed class OffsetRequests
{
    private readonly Dictionary<string, OffsetRequest> _requests = new(StringComparer.Ordinal);

    /// <summary>Adds to what is wanted of a group.</summary>
    /// <returns>All of it; the same object each time.</returns>
    public OffsetRequest Of(DmsContext context, InstanceReference instance, string group, OffsetScope scope)
    {
        ItemReference named = new(context, instance, group);
        if (!_requests.TryGetValue(named.Key, out OffsetRequest? request))
            _requests.Add(named.Key, request = new(named));
        request.Scopes.Add(scope);
        return request;
    }
}

/// <summary>Which offsets are wanted where.</summary>
/// <param name="Topics">The topics; all that the group reads where none is named.</param>
/// <param name="Partitions">The partitions; null for all of the topic.</param>
/// <param name="Target">Where they are wanted.</param>
/// <param name="Expected">What the group had committed when this was planned; null where nobody said.</param>
/// <param name="IsBack">Whether a reset is taken back so.</param>
internal sealed record OffsetScope(NameFilter Topics, int[]? Partitions, OffsetTarget Target, long? Expected = null, bool IsBack = false);
