using System.Text.RegularExpressions;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>An instance by its id or as the object itself. A bad id is kept and reported when used, so that it costs its neighbours nothing.</summary>
public sealed class InstanceReference
{
    /// <summary>The form of an id. Letters beyond the hexadecimal occur in the reference's own examples.</summary>
    private static readonly Regex IdForm = new(
        "^[0-9A-Za-z]{8}(?:-[0-9A-Za-z]{4}){3}-[0-9A-Za-z]{12}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

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

    /// <summary>Whether a text has the form of an id. That of Smart Connect has the same.</summary>
    internal static bool IsId(string text) => IdForm.IsMatch(text);
}
