using System.Collections.ObjectModel;

namespace HuaweiDms;

/// <summary>
/// An ordered list of placements of partitions. Its text, such as <c>0: 1,2,0; 1: 2,0,1</c>, is what a CSV export of a plan contains.
/// </summary>
public sealed class PlacementCollection : ReadOnlyCollection<PartitionPlacement>
{
    /// <summary>Creates a list of placements.</summary>
    /// <param name="placements">The placements of distinct partitions.</param>
    public PlacementCollection(IList<PartitionPlacement> placements)
        : base(placements)
    {
    }

    /// <summary>Returns the placements, separated by semicolons.</summary>
    public override string ToString() => string.Join("; ", this);
}
