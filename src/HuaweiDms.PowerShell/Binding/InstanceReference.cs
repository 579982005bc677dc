namespace HuaweiDms.PowerShell.Binding;

/// <summary>An instance by its id or as the object itself. A bad id is kept and reported when used, so that it costs its neighbours nothing.</summary>
public sealed class InstanceReference
{
    /// <summary>By id.</summary>
    /// <param name="id">The instance id.</param>
    public InstanceReference(string id) => Id = id?.Trim() ?? string.Empty;

    /// <summary>By id.</summary>
    /// <param name="id">The instance id.</param>
    public InstanceReference(Guid id)
        : this(id.ToString())
    {
    }

    internal string Id { get; }

    internal string? Name { get; private init; }

    internal string? ContextName { get; private init; }

    internal bool IsWellFormed => IsId(Id);

    /// <summary>As a person would name it: name and id where both are known.</summary>
    internal string Subject => Name is null ? Id : $"{Name} ({Id})";

    /// <summary>
    /// As itself. A conversion and not a constructor: PowerShell looks at every constructor when it imports the module,
    /// and this one would have the client loaded then.
    /// </summary>
    /// <param name="instance">The instance.</param>
    public static implicit operator InstanceReference(Instance instance)
        => new(instance?.InstanceId!) { Name = instance?.Name, ContextName = instance?.Context };

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>
    /// Whether a text has the form of an id: groups of 8, 4, 4, 4 and 12, in which letters beyond the hexadecimal occur in the
    /// reference's own examples. That of Smart Connect has the same.
    /// </summary>
    internal static bool IsId(string text)
    {
        if (text.Length != 36)
            return false;
        for (int at = 0; at < text.Length; at++)
        {
            bool fits = at is 8 or 13 or 18 or 23
                ? text[at] == '-'
                : text[at] is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
            if (!fits)
                return false;
        }
        return true;
    }
}
