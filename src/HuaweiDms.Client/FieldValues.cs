namespace HuaweiDms;

/// <summary>Values by field name, where the fields differ between objects; names are not case-sensitive.</summary>
#pragma warning disable CA1710 // See its base.
public sealed class FieldValues : NamedValues<object?>
#pragma warning restore CA1710
{
    internal FieldValues()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }
}
