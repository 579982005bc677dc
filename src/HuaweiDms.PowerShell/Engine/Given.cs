using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// What was given on the command line; all else comes by the pipeline. An instance that comes there has a name and a description,
/// which are bound where nothing else is given, and are not those of what is meant inside it.
/// </summary>
/// <param name="parameters">The parameters.</param>
internal sealed class Given(IEnumerable<string> parameters)
{
    private readonly HashSet<string> _parameters = new(parameters, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a parameter was given, where a pattern can be meant; the pipeline brings names.</summary>
    public bool Has(string parameter) => _parameters.Contains(parameter);

    /// <summary>
    /// Whether a name is only that of the instance that came along. Where the instance is given, what comes are things in it, such as
    /// rows of a file.
    /// </summary>
    public bool IsInstance(InstanceReference instance, string name) => instance.Name == name && !Has("Name") && !Has("InstanceId");

    /// <summary>What came along under a name that is not its own kind's, such as a user where topics are named; null where all is well.</summary>
    /// <param name="instances">The instances, with what came along in their place.</param>
    /// <param name="name">The name.</param>
    /// <param name="noun">What is to be named.</param>
    public ContainedItem? Stranger(InstanceReference[] instances, string name, string noun)
        => Has("Name") ? null : Array.Find(instances, instance => instance.Contained is { } item && item.Name == name && item.Noun != noun)?.Contained;

    /// <summary>The description that is meant for a record; null where none is. Beside a name that was given comes that of the instance.</summary>
    /// <param name="name">The parameter that names what is described.</param>
    /// <param name="bound">What is bound to the parameter.</param>
    public string? Description(string name, string? bound) => Has(name) && !Has("Description") ? null : bound;
}
