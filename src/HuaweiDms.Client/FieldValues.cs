namespace HuaweiDms;

/// <summary>What the service tells by field, where the fields differ from one object to another; upper and lower case are the same.</summary>
#pragma warning disable CA1710 // See its base.
public sealed class FieldValues : NamedValues<object?>
#pragma warning restore CA1710
{
    internal FieldValues()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }
}
