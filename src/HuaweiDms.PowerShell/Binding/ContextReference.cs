using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>A connection, by its name or as the object itself.</summary>
public sealed class ContextReference
{
    /// <summary>By name.</summary>
    /// <param name="name">The name; empty means the current connection, as in a CSV file without one.</param>
    public ContextReference(string name) => Name = name;

    /// <summary>As itself.</summary>
    /// <param name="context">The connection.</param>
    public ContextReference(DmsContext context)
    {
        Name = context.Name;
        Context = context;
    }

    /// <summary>From the object that a job returns. An object that is not a connection is bound by its properties.</summary>
    /// <param name="value">The connection.</param>
    public ContextReference(object value)
    {
        object? plain = PSValue.Unwrap(value);
        Context = plain as DmsContext;
        Name = Context?.Name ?? plain as string ?? NameOfCopy(value) ?? throw new InvalidCastException(Text.ContextIsEmpty);
    }

    internal string Name { get; }

    internal DmsContext? Context { get; }

    internal bool IsEmpty => Name.Length == 0;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Compares by name, ignoring case, so that a script can compare it with a name.</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj) => obj is ContextReference other && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    private static string? NameOfCopy(object? value)
        => value is PSObject item && item.TypeNames.Any(name => name.EndsWith("." + typeof(DmsContext).FullName, StringComparison.Ordinal))
            ? item.Properties["Name"]?.Value?.ToString()
            : null;
}
