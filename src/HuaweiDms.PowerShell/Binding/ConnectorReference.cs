namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// The Smart Connect of an instance, by its id or as the instance itself. A bad id and an instance without Smart Connect are
/// kept and reported when used, so that they cost their neighbours nothing.
/// </summary>
public sealed class ConnectorReference
{
    /// <summary>By id.</summary>
    /// <param name="id">The Smart Connect id: the ConnectorId of an instance.</param>
    public ConnectorReference(string id) => Id = id?.Trim() ?? string.Empty;

    /// <summary>
    /// As the instance. By no type of its own: PowerShell looks at every constructor when it imports the module, and would have the
    /// client loaded then. What is no instance is left to its properties.
    /// </summary>
    /// <param name="value">The instance.</param>
    public ConnectorReference(object value)
    {
        if (PSValue.Unwrap(value) is string text)
            Id = text.Trim();
        else
        {
            InstanceSource source = InstanceSource.Of(value) is { HasConnector: true } found ? found : throw new InvalidCastException(Text.ConnectorIdRule);
            Id = source.ConnectorId?.Trim() ?? string.Empty;
            (Instance, InstanceId, ContextName) = (new InstanceReference(value).Subject, source.Id, source.Context);
        }
    }

    internal string Id { get; }

    /// <summary>The instance, as a person would name it, where it was given.</summary>
    internal string? Instance { get; }

    internal string? InstanceId { get; }

    internal string? ContextName { get; private set; }

    /// <summary>The name of its connection, where that has to be said.</summary>
    internal string? Place { get; private set; }

    internal bool IsWellFormed => InstanceReference.IsId(Id);

    /// <summary>As a person would name it, with its connection where that has to be said.</summary>
    internal string Subject => (Instance ?? $"Smart Connect {Id}") + Engine.PlaceText.Suffix(Place);

    /// <summary>The same, where it was found.</summary>
    /// <param name="context">The connection that it is reached by.</param>
    /// <param name="place">The connection's name, where that has to be said.</param>
    internal ConnectorReference At(string context, string? place)
    {
        ConnectorReference found = (ConnectorReference)MemberwiseClone();
        (found.ContextName, found.Place) = (context, place);
        return found;
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>By id, so that a script can compare it with one: upper and lower case are the same.</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj) => obj is ConnectorReference other && string.Equals(Id, other.Id, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Id);
}
