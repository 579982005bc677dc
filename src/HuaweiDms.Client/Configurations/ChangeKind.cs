namespace HuaweiDms;

/// <summary>What makes a thing as a configuration wants it.</summary>
public enum ChangeKind
{
    /// <summary>It is wanted, and is not there.</summary>
    Add,

    /// <summary>It is there, and is not as it is wanted.</summary>
    Change,

    /// <summary>It is there, and is not wanted.</summary>
    Remove,
}
