namespace HuaweiDms.PowerShell.Engine;

/// <summary>What is wanted of one consumer group: each record of a pipeline may add to it.</summary>
internal sealed class OffsetWish(ItemReference group)
{
    public ItemReference Group { get; } = group;

    public List<OffsetScope> Scopes { get; } = [];
}

/// <summary>Which offsets are wanted where.</summary>
/// <param name="Topics">The topics; all that the group reads where none is named.</param>
/// <param name="Partitions">The partitions; null for all of the topic.</param>
/// <param name="Target">Where they are wanted.</param>
/// <param name="Expected">What the group had committed when this was planned; null where nobody said.</param>
internal sealed record OffsetScope(NameFilter Topics, int[]? Partitions, OffsetTarget Target, long? Expected = null);
