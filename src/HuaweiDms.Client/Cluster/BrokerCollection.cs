using System.Collections.ObjectModel;

namespace HuaweiDms;

/// <summary>
/// An ordered list of broker ids. Its text, such as <c>1,2,0</c>, is what a CSV export of a plan contains; for an array that would be the
/// name of its type.
/// </summary>
public sealed class BrokerCollection : ReadOnlyCollection<int>
{
    /// <summary>Creates a list of brokers.</summary>
    /// <param name="brokers">The broker ids.</param>
    public BrokerCollection(IList<int> brokers)
        : base(brokers)
    {
    }

    /// <summary>The number of brokers, under the name that scripts expect of arrays.</summary>
    public int Length => Count;

    /// <summary>Returns the broker ids, separated by commas.</summary>
    public override string ToString() => string.Join(",", this);
}
