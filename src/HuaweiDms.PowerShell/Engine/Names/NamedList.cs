namespace HuaweiDms.PowerShell.Engine;

/// <summary>A list whose objects have names.</summary>
/// <param name="Read">Reads the list or a part of it.</param>
/// <param name="NameOf">The name of an object.</param>
/// <param name="Noun">The noun for one object, for messages.</param>
/// <param name="Place">The display text of the place that is searched.</param>
internal sealed record NamedList<T>(Func<PageRange, PagedResult<T>> Read, Func<T, string?> NameOf, string Noun, string Place)
{
    /// <summary>An additional filter for the objects; null if there is none.</summary>
    public Func<T, bool>? Filter { get; init; }

    /// <summary>The parameters behind that filter.</summary>
    public string? FilteredBy { get; init; }

    /// <summary>Whether names are unique, so that a name that was found is not searched any further.</summary>
    public bool IsUnique { get; init; } = true;

    /// <summary>Suggests a similar name for a missing one, if the list that is read is not complete; otherwise null.</summary>
    public Func<Failure, Task<Failure>>? Suggest { get; init; }
}
