using System.Collections.ObjectModel;

namespace HuaweiDms;

/// <summary>Brokers by number, in order. As text they are what a cell of a CSV file has of a plan, such as <c>1,2,0</c>: that of an array is the name of its type.</summary>
public sealed class BrokerCollection : ReadOnlyCollection<int>
{
    /// <summary>Of these.</summary>
    /// <param name="brokers">Their numbers.</param>
    public BrokerCollection(IList<int> brokers)
        : base(brokers)
    {
    }

    /// <summary>How many there are, as scripts ask arrays.</summary>
    public int Length => Count;

    /// <summary>The numbers.</summary>
    public override string ToString() => string.Join(",", this);
}
