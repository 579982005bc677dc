using System.Collections.ObjectModel;

namespace HuaweiDms;

/// <summary>The brokers of partitions. As text they are what a cell of a CSV file has of a plan, such as <c>0: 1,2,0; 1: 2,0,1</c>.</summary>
public sealed class PlacementCollection : ReadOnlyCollection<PartitionPlacement>
{
    /// <summary>Of these.</summary>
    /// <param name="placements">The partitions, each once.</param>
    public PlacementCollection(IList<PartitionPlacement> placements)
        : base(placements)
    {
    }

    /// <summary>Partition by partition.</summary>
    public override string ToString() => string.Join("; ", this);
}
