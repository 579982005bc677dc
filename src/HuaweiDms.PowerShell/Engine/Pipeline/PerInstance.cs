namespace HuaweiDms.PowerShell.Engine;

/// <summary>A value per instance, created when the instance first appears.</summary>
/// <param name="make">Makes it.</param>
internal sealed class PerInstance<T>(Func<FoundInstance, T> make)
{
    private readonly Dictionary<FoundInstance, T> _own = [];
    private readonly List<FoundInstance> _order = [];

    /// <summary>All values, in input order of the instances.</summary>
    public IEnumerable<(FoundInstance Found, T Own)> All => _order.Select(found => (found, _own[found]));

    public T this[FoundInstance found]
    {
        get
        {
            if (!_own.TryGetValue(found, out T? own))
            {
                _own.Add(found, own = make(found));
                _order.Add(found);
            }
            return own;
        }
    }
}
