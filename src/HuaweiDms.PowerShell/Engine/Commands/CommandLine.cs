using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The parameters given on the command line; all others are bound from the pipeline. An instance from the pipeline also binds its
/// name and description to parameters that are not given, although they do not belong to the item inside it.
/// </summary>
/// <param name="parameters">The parameters.</param>
/// <param name="mapped">The parameters given as script blocks, which compute the value for each pipeline object.</param>
internal sealed class CommandLine(IEnumerable<string> parameters, IEnumerable<string>? mapped = null)
{
    private readonly HashSet<string> _parameters = new(parameters, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _mapped = new(mapped ?? [], StringComparer.OrdinalIgnoreCase);

    /// <summary>Records the given parameters, from what is bound before the first pipeline object.</summary>
    public static CommandLine From(IEnumerable<KeyValuePair<string, object>> bound)
    {
        List<string> given = [];
        List<string> mapped = [];
        foreach (KeyValuePair<string, object> pair in bound)
            (IsMapped(pair.Value) ? mapped : given).Add(pair.Key);
        return new(given, mapped);
    }

    /// <summary>
    /// Whether a parameter was given directly, so that it may contain wildcards. The pipeline and script blocks supply exact names.
    /// </summary>
    public bool Has(string parameter) => _parameters.Contains(parameter);

    /// <summary>
    /// Whether a name only belongs to the instance from the pipeline. If the instance is given on the command line, the objects are
    /// items in it, such as rows of a file.
    /// </summary>
    public bool IsInstance(InstanceReference instance, string name) => instance.Name == name && !Specifies("Name") && !Has("InstanceId");

    /// <summary>
    /// Returns the item whose name was bound although it is of another kind, such as a user where topics are named; null if there
    /// is none.
    /// </summary>
    /// <param name="instances">The instances, with the items that stand for them.</param>
    /// <param name="name">The name.</param>
    /// <param name="noun">What is to be named.</param>
    public ContainedItem? FindOtherKind(InstanceReference[] instances, string name, string noun)
        => Specifies("Name") ? null : Array.Find(instances, instance => instance.Contained is { } item && item.Name == name && item.Noun != noun)?.Contained;

    /// <summary>
    /// The kind of an object from the pipeline that has the name of an item but is only a part of it, such as a message of a topic; null if
    /// there is none.
    /// </summary>
    /// <param name="parameter">The parameter that names the items.</param>
    /// <param name="instances">The instances, with the objects that stand for them.</param>
    /// <param name="noun">What is to be named.</param>
    public string? FindPart(string parameter, InstanceReference[] instances, string noun)
        => Specifies(parameter)
            ? null
            : instances.Select(instance => instance.Contained).OfType<ContainedItem>().Select(item => WholeItem.PartOf(item, noun)).FirstOrDefault(part => part is not null);

    /// <summary>
    /// The description for a record; null if there is none. If the name was given, the bound description is that of the instance.
    /// </summary>
    /// <param name="name">The parameter that names the described item.</param>
    /// <param name="bound">The value bound to the parameter.</param>
    public string? Description(string name, string? bound) => Specifies(name) && !Specifies("Description") ? null : bound;

    /// <summary>Whether the command line specifies a parameter, directly or by a script block.</summary>
    private bool Specifies(string parameter) => Has(parameter) || _mapped.Contains(parameter);

    /// <summary>Until the first object arrives, PowerShell binds an internal placeholder for a script block.</summary>
    private static bool IsMapped(object? value)
        => value?.GetType() is { IsVisible: false } type && type.Assembly == typeof(System.Management.Automation.PSObject).Assembly;
}
