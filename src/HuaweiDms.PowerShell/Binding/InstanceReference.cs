namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// An instance, by its id or as the object itself. A bad id is kept and reported when used, so that it does not affect the others.
/// </summary>
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
    /// From the instance, something in it, or a row that has its id. The parameter has no type of the client, because PowerShell
    /// inspects every constructor on import and would load the client. An object without an id is bound by its properties.
    /// </summary>
    /// <param name="value">The object.</param>
    public InstanceReference(object value)
    {
        object? plain = PSValue.Unwrap(value);
        if (plain is string or Guid)
        {
            Id = plain.ToString()!.Trim();
            return;
        }
        InstanceSource source = InstanceSource.Of(value) ?? throw new InvalidCastException(Text.InputHasNoId);
        Id = source.Id.Trim();
        Name = source.Name;
        KnownName = source.Name;
        ClaimedName = source.ClaimedName;
        ContextName = source.Context;
        Contained = source.Contained;
        IsOfKafka = source.IsOfKafka;
        IsOrdered = source.IsOrdered;
        IsMessage = source.IsMessage;
    }

    internal string Id { get; }

    /// <summary>The name, if the instance itself was given.</summary>
    internal string? Name { get; private init; }

    /// <summary>Whether it was ordered but not created yet: a yearly or monthly instance is created when its order is processed.</summary>
    internal bool IsOrdered { get; private init; }

    /// <summary>
    /// The name in a row besides the id. It is the name of the instance only if the row is about one. Null if there is no doubt.
    /// </summary>
    internal string? ClaimedName { get; private init; }

    /// <summary>The name, including when only the id was given and the connection has seen the instance.</summary>
    internal string? KnownName { get; private set; }

    internal string? ContextName { get; private set; }

    /// <summary>The name of its connection, if messages must include it; the display text then contains it.</summary>
    internal string? Place { get; private set; }

    /// <summary>The item in the instance that was given instead of the instance; null if the instance was given.</summary>
    internal ContainedItem? Contained { get; private init; }

    /// <summary>Whether the given object exists only in Kafka, so that the id cannot be that of a DCS instance.</summary>
    internal bool IsOfKafka { get; private init; }

    /// <summary>Whether a message was given in place of the instance.</summary>
    internal bool IsMessage { get; private init; }

    /// <summary>Whether the id is unknown and holds the name instead.</summary>
    internal bool IsNamed { get; private init; }

    internal bool IsWellFormed => IsId(Id);

    /// <summary>The display text: name and id if both are known, and the connection if messages must include it.</summary>
    internal string Subject => (KnownName is null ? Id : $"{KnownName} ({Id})") + Engine.PlaceText.Suffix(Place);

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>Compares by id, ignoring case, so that a script can compare it with an id.</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj) => obj is InstanceReference other && string.Equals(Id, other.Id, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Id);

    /// <summary>Creates a reference of which only the name is known, for callers that can search by name.</summary>
    internal static InstanceReference Named(string name) => new(name) { IsNamed = true };

    /// <summary>Returns a copy with the connection it was found in.</summary>
    /// <param name="context">The connection that reaches it.</param>
    /// <param name="name">The name that this connection knows; null if it has not seen the instance.</param>
    /// <param name="place">The name of the connection, if messages must include it.</param>
    internal InstanceReference At(string context, string? name, string? place)
    {
        InstanceReference found = (InstanceReference)MemberwiseClone();
        found.KnownName = KnownName ?? name;
        found.ContextName = context;
        found.Place = place;
        return found;
    }

    /// <summary>
    /// Whether a text has the form of an id: groups of 8, 4, 4, 4 and 12 characters. Examples in the reference contain letters that
    /// are not hexadecimal. Smart Connect ids have the same form.
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

/// <summary>Something inside an instance, given in its place.</summary>
/// <param name="Noun">What it is, or what it is a part of.</param>
/// <param name="Subject">The display text for messages.</param>
/// <param name="Name">Its property Name, which other commands would read as the name of something else; null if it has none.</param>
/// <param name="Key">The key that identifies it among its kind; null if it is unknown.</param>
/// <param name="Type">The type of the object; null if it is a row of another origin.</param>
internal sealed record ContainedItem(string Noun, string Subject, string? Name, string? Key = null, Type? Type = null);
