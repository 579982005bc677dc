namespace HuaweiDms.PowerShell.Binding;

/// <summary>A connection by its name or as itself.</summary>
public sealed class ContextReference
{
    /// <summary>By name.</summary>
    /// <param name="name">The name; empty means the current connection, as a CSV without one has it.</param>
    public ContextReference(string name) => Name = name;

    /// <summary>As itself.</summary>
    /// <param name="context">The connection.</param>
    public ContextReference(DmsContext context)
    {
        Name = context.Name;
        Context = context;
    }

    internal string Name { get; }

    internal DmsContext? Context { get; }

    internal bool IsEmpty => Name.Length == 0;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
