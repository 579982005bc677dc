namespace HuaweiDms.Contract;

/// <summary>The place of a value.</summary>
/// <param name="Owner">The name of the schema of the containing object; empty if it has none.</param>
/// <param name="Name">The field; for a list item, the field of the list; empty for the whole value.</param>
public readonly record struct SchemaField(string Owner, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Owner}.{Name}";
}
