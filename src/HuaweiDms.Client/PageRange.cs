namespace HuaweiDms;

/// <summary>The part of a list to read.</summary>
/// <param name="Skip">The number of objects to skip at the beginning.</param>
/// <param name="First">The maximum number of objects to read; null reads to the end.</param>
public readonly record struct PageRange(long Skip, long? First)
{
    /// <summary>The whole list.</summary>
    public static PageRange All => default;
}
