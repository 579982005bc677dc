namespace HuaweiDms;

/// <summary>The tags of an instance, by case-sensitive key.</summary>
#pragma warning disable CA1710 // See its base.
public sealed class TagValues : NamedValues<string>
#pragma warning restore CA1710
{
    internal TagValues()
        : base(StringComparer.Ordinal)
    {
    }
}
