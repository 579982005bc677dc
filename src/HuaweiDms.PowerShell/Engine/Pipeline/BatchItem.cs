using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>One item of a batch, already asked for and confirmed.</summary>
/// <param name="Context">The connection it belongs to.</param>
/// <param name="Id">Its id, or its name where that is what it goes by.</param>
/// <param name="Name">Its name, where it has both.</param>
/// <param name="Place">The connection's name, where that has to be said; what is in an instance leaves it to that one.</param>
/// <param name="Within">The instance that it is in; null for an instance itself.</param>
/// <param name="Group">What else the items of a request have in common, such as their topic.</param>
internal sealed record BatchItem(DmsContext Context, string Id, string? Name, string? Place = null, InstanceReference? Within = null, string? Group = null)
{
    /// <summary>As a person would name it.</summary>
    public string Subject
        => (Name is null ? Id : $"{Name} ({Id})")
            + (Within is null ? string.Empty : $" of {Within.Subject}")
            + PlaceText.Suffix(Place);

    /// <summary>Items that agree in this may share a request.</summary>
    public (DmsContext Context, InstanceReference? Within, string? Group) RequestKey => (Context, Within, Group);

    /// <summary>Ids are the same in upper and lower case, names are not.</summary>
    private string Own => Within is null ? Id.ToUpperInvariant() : Id;

    /// <summary>The same thing is the same item, whatever else is known of it.</summary>
    public bool Equals(BatchItem? other) => other is not null && RequestKey.Equals(other.RequestKey) && Own == other.Own;

    /// <inheritdoc/>
    public override int GetHashCode() => (RequestKey, Own).GetHashCode();
}
