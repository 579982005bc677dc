using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// What was given on the command line; all else comes by the pipeline. An instance that comes there has a name and a description,
/// which are bound where nothing else is given, and are not those of what is meant inside it.
/// </summary>
/// <param name="parameters">The parameters.</param>
/// <param name="mapped">Those that were given as script blocks, which tell what each object of the pipeline has for them.</param>
internal sealed class CommandLine(IEnumerable<string> parameters, IEnumerable<string>? mapped = null)
{
    private readonly HashSet<string> _parameters = new(parameters, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _mapped = new(mapped ?? [], StringComparer.OrdinalIgnoreCase);

    /// <summary>What was given, by what is bound before anything comes by the pipeline.</summary>
    public static CommandLine From(IEnumerable<KeyValuePair<string, object>> bound)
    {
        List<string> given = [];
        List<string> mapped = [];
        foreach (KeyValuePair<string, object> pair in bound)
            (IsMapped(pair.Value) ? mapped : given).Add(pair.Key);
        return new(given, mapped);
    }

    /// <summary>Whether a parameter was given, where a pattern can be meant; the pipeline brings names, by a script block, too.</summary>
    public bool Has(string parameter) => _parameters.Contains(parameter);

    /// <summary>
    /// Whether a name is only that of the instance that came along. Where the instance is given, what comes are things in it, such as
    /// rows of a file.
    /// </summary>
    public bool IsInstance(InstanceReference instance, string name) => instance.Name == name && !Specifies("Name") && !Has("InstanceId");

    /// <summary>What came along under a name that is not its own kind's, such as a user where topics are named; null where all is well.</summary>
    /// <param name="instances">The instances, with what came along in their place.</param>
    /// <param name="name">The name.</param>
    /// <param name="noun">What is to be named.</param>
    public ContainedItem? FindOtherKind(InstanceReference[] instances, string name, string noun)
        => Specifies("Name") ? null : Array.Find(instances, instance => instance.Contained is { } item && item.Name == name && item.Noun != noun)?.Contained;

    /// <summary>The description that is meant for a record; null where none is. Beside a name that was given comes that of the instance.</summary>
    /// <param name="name">The parameter that names what is described.</param>
    /// <param name="bound">What is bound to the parameter.</param>
    public string? Description(string name, string? bound) => Specifies(name) && !Specifies("Description") ? null : bound;

    /// <summary>Whether the command line tells what a parameter is: itself, or where each object has it.</summary>
    private bool Specifies(string parameter) => Has(parameter) || _mapped.Contains(parameter);

    /// <summary>Until an object comes, PowerShell binds something of its own in place of what the script block will give.</summary>
    private static bool IsMapped(object? value)
        => value?.GetType() is { IsVisible: false } type && type.Assembly == typeof(System.Management.Automation.PSObject).Assembly;
}
