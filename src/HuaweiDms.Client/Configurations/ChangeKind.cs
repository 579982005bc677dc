namespace HuaweiDms;

/// <summary>The kind of change that makes an instance match a configuration.</summary>
public enum ChangeKind
{
    /// <summary>The item is in the configuration but not in the instance.</summary>
    Add,

    /// <summary>The item exists in both, with different values.</summary>
    Change,

    /// <summary>The item is in the instance but not in the configuration.</summary>
    Remove,
}
