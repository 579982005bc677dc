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

    /// <summary>
    /// As itself, as something in it, or as a row that has its id. By no type of its own: PowerShell looks at every constructor when it
    /// imports the module, and would have the client loaded then. What has no id is left to its properties.
    /// </summary>
    /// <param name="value">The object.</param>
    public InstanceReference(object value)
    {
        if (PSValue.Unwrap(value) is var plain && plain is string or Guid)
            Id = plain.ToString()!.Trim();
        else
        {
            InstanceSource source = InstanceSource.Of(value) ?? throw new InvalidCastException(Text.InputHasNoId);
            Id = source.Id.Trim();
            (Name, KnownName, ClaimedName, ContextName, Contained) = (source.Name, source.Name, source.ClaimedName, source.Context, source.Contained);
            IsOfKafka = source.IsOfKafka;
            IsOrdered = source.IsOrdered;
        }
    }

    internal string Id { get; }

    /// <summary>Its name, where the instance itself was given.</summary>
    internal string? Name { get; private init; }

    /// <summary>Whether it was ordered and was not there yet: a yearly or monthly instance comes when its order is processed.</summary>
    internal bool IsOrdered { get; private init; }

    /// <summary>What a row is about beside the id: the name of the instance, if the row is one of instances. Null where there is no doubt.</summary>
    internal string? ClaimedName { get; private init; }

    /// <summary>Its name, also where only the id was given and its connection has seen the instance.</summary>
    internal string? KnownName { get; private set; }

    internal string? ContextName { get; private set; }

    /// <summary>The name of its connection, where that has to be said; whoever names the instance says it then.</summary>
    internal string? Place { get; private set; }

    /// <summary>What came along in place of the instance that it is in; null where the instance was given.</summary>
    internal ContainedItem? Contained { get; private init; }

    /// <summary>Whether it came as something that only Kafka has, so that the id is of no DCS instance.</summary>
    internal bool IsOfKafka { get; private init; }

    /// <summary>Whether the id is not known, and stands for it the name.</summary>
    internal bool IsNamed { get; private init; }

    internal bool IsWellFormed => IsId(Id);

    /// <summary>As a person would name it: name and id where both are known, and its connection where that has to be said.</summary>
    internal string Subject => (KnownName is null ? Id : $"{KnownName} ({Id})") + Engine.PlaceText.Suffix(Place);

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>By id, so that a script can compare it with one: upper and lower case are the same.</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj) => obj is InstanceReference other && string.Equals(Id, other.Id, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Id);

    /// <summary>One of which only the name is known, for whoever can look for that.</summary>
    internal static InstanceReference Named(string name) => new(name) { IsNamed = true };

    /// <summary>The same, where it was found.</summary>
    /// <param name="context">The connection that it is reached by.</param>
    /// <param name="name">The name that this knows it by; null where it has not seen the instance.</param>
    /// <param name="place">The connection's name, where that has to be said.</param>
    internal InstanceReference At(string context, string? name, string? place)
    {
        InstanceReference found = (InstanceReference)MemberwiseClone();
        (found.KnownName, found.ContextName, found.Place) = (KnownName ?? name, context, place);
        return found;
    }

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

/// <summary>Something inside an instance that was given in its place.</summary>
/// <param name="Noun">What it is, or is something of.</param>
/// <param name="Subject">As a person would name it.</param>
/// <param name="Name">Its property Name, which other commands would take for the name of something else; null where it has none.</param>
/// <param name="Key">What it goes by among those of its kind; null where that is not told.</param>
internal sealed record ContainedItem(string Noun, string Subject, string? Name, string? Key = null);
