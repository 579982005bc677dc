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

    internal string Id { get; }

    /// <summary>The instance, as a person would name it, where it was given.</summary>
    internal string? Instance { get; private init; }

    internal string? InstanceId { get; private init; }

    internal string? ContextName { get; private set; }

    /// <summary>The name of its connection, where that has to be said.</summary>
    internal string? Place { get; private set; }

    internal bool IsWellFormed => InstanceReference.IsId(Id);

    /// <summary>As a person would name it, with its connection where that has to be said.</summary>
    internal string Subject => (Instance ?? $"Smart Connect {Id}") + Engine.Whereabouts.Of(Place);

    /// <summary>
    /// As the instance. A conversion and not a constructor: PowerShell looks at every constructor when it imports the
    /// module, and this one would have the client loaded then.
    /// </summary>
    /// <param name="instance">The instance.</param>
    public static implicit operator ConnectorReference(Instance instance)
        => new(instance?.ConnectorId!)
        {
            Instance = instance is null ? null : ((InstanceReference)instance).Subject,
            InstanceId = instance?.InstanceId,
            ContextName = instance?.Context,
        };

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
}
