namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// The Smart Connect of an instance, by its id or as the instance itself. A bad id and an instance without Smart Connect are kept
/// and reported when used, so that they do not affect the others.
/// </summary>
public sealed class ConnectorReference
{
    /// <summary>By id.</summary>
    /// <param name="id">The Smart Connect id: the ConnectorId of an instance.</param>
    public ConnectorReference(string id) => Id = id?.Trim() ?? string.Empty;

    /// <summary>
    /// From the instance. The parameter has no type of the client, because PowerShell inspects every constructor on import and
    /// would load the client. An object that is not an instance is bound by its properties.
    /// </summary>
    /// <param name="value">The instance.</param>
    public ConnectorReference(object value)
    {
        if (PSValue.Unwrap(value) is string text)
        {
            Id = text.Trim();
            return;
        }
        if (InstanceSource.Of(value) is not { HasConnector: true } source)
            throw new InvalidCastException(Text.ConnectorIdRule);
        Id = source.ConnectorId?.Trim() ?? string.Empty;
        Instance = new InstanceReference(value).Subject;
        InstanceId = source.Id;
        ContextName = source.Context;
    }

    internal string Id { get; }

    /// <summary>The display text of the instance, if it was given.</summary>
    internal string? Instance { get; }

    internal string? InstanceId { get; }

    internal string? ContextName { get; private set; }

    /// <summary>The name of its connection, if messages must include it.</summary>
    internal string? Place { get; private set; }

    internal bool IsWellFormed => InstanceReference.IsId(Id);

    /// <summary>The display text, with the connection if messages must include it.</summary>
    internal string Subject => (Instance ?? $"Smart Connect {Id}") + Engine.PlaceText.Suffix(Place);

    /// <summary>Returns a copy with the connection it was found in.</summary>
    /// <param name="context">The connection that reaches it.</param>
    /// <param name="place">The name of the connection, if messages must include it.</param>
    internal ConnectorReference At(string context, string? place)
    {
        ConnectorReference found = (ConnectorReference)MemberwiseClone();
        found.ContextName = context;
        found.Place = place;
        return found;
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>Compares by id, ignoring case, so that a script can compare it with an id.</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj) => obj is ConnectorReference other && string.Equals(Id, other.Id, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Id);
}
