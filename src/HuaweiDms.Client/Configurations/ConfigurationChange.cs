namespace HuaweiDms;

/// <summary>What makes one configuration of another.</summary>
public enum ConfigurationChange
{
    /// <summary>It is wanted, and is not there.</summary>
    Add,

    /// <summary>It is there, and is not as it is wanted.</summary>
    Change,

    /// <summary>It is there, and is not wanted.</summary>
    Remove,
}
