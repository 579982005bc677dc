using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>One item of a batch, already confirmed.</summary>
/// <param name="Context">The connection of the item.</param>
/// <param name="Id">The id, or the name of an item that is identified by its name.</param>
/// <param name="Name">The name, if it also has an id.</param>
/// <param name="Place">The name of the connection, if messages must include it; an item in an instance uses that of the instance.</param>
/// <param name="Within">The instance that contains it; null for an instance itself.</param>
/// <param name="Group">What else the items of one request must have in common, such as their topic.</param>
internal sealed record BatchItem(DmsContext Context, string Id, string? Name, string? Place = null, InstanceReference? Within = null, string? Group = null)
{
    /// <summary>The display text for messages.</summary>
    public string Subject
        => (Name is null ? Id : $"{Name} ({Id})")
            + (Within is null ? string.Empty : $" of {Within.Subject}")
            + PlaceText.Suffix(Place);

    /// <summary>Items with the same key may share a request.</summary>
    public (DmsContext Context, InstanceReference? Within, string? Group) RequestKey => (Context, Within, Group);

    /// <summary>Ids are compared ignoring case, names are case-sensitive.</summary>
    private string Own => Within is null ? Id.ToUpperInvariant() : Id;

    /// <summary>Equal if it is the same item, whatever else is known of it.</summary>
    public bool Equals(BatchItem? other) => other is not null && RequestKey.Equals(other.RequestKey) && Own == other.Own;

    /// <inheritdoc/>
    public override int GetHashCode() => (RequestKey, Own).GetHashCode();
}
