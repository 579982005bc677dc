namespace HuaweiDms.Contract;

/// <summary>Where a value stands.</summary>
/// <param name="Owner">The schema by whose name its object goes; empty for none.</param>
/// <param name="Name">The field; of an item of a list the list's, and empty for the whole.</param>
public readonly record struct SchemaField(string Owner, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Owner}.{Name}";
}
