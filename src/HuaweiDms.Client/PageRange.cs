namespace HuaweiDms;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Skip">How many objects to pass over at the beginning.</param>
/// <param name="First">How many objects to read at most; null reads to the end.</param>
public readonly record struct PageRange(long Skip, long? First)
{
    /// <summary>The whole list.</summary>
    public static PageRange All => default;
}
