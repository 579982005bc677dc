namespace HuaweiDms.Contract;

/// <summary>How a schema is held against a value.</summary>
[Flags]
public enum SchemaUse
{
    /// <summary>A request: exactly what is documented, no other fields and no other types.</summary>
    Written = 0,

    /// <summary>An answer: other fields may come too, and the JSON types that <c>x-wire-types</c> lists are as good as the documented one.</summary>
    Read = 1,

    /// <summary>With <see cref="Read"/>: fields the contract does not know are refused all the same, which finds a misspelt one.</summary>
    OnlyKnownFields = 2,

    /// <summary>A text of nothing but asterisks stands for any text: recordings and the reference's examples do not hold secrets.</summary>
    Redacted = 4,

    /// <summary>A request may use the JSON types of <c>x-wire-types</c> too, as the reference's own examples do.</summary>
    AsShown = 8,
}
