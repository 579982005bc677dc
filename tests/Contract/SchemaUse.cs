namespace HuaweiDms.Contract;

/// <summary>How a value is compared with its schema.</summary>
[Flags]
public enum SchemaUse
{
    /// <summary>A request: exactly what is documented, with no other fields or types.</summary>
    Written = 0,

    /// <summary>A response: additional fields are allowed, and so are the JSON types listed in <c>x-wire-types</c>.</summary>
    Read = 1,

    /// <summary>With <see cref="Read"/>: rejects unknown fields, to detect misspelled ones.</summary>
    OnlyKnownFields = 2,

    /// <summary>A string of asterisks matches any string: recordings and the reference's examples contain no secrets.</summary>
    Redacted = 4,

    /// <summary>A request may also use the JSON types of <c>x-wire-types</c>, as the reference's own examples do.</summary>
    AsShown = 8,
}
