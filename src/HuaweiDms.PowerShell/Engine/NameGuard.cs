using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Keeps what an instance that comes by the pipeline has for itself from being taken for what is meant inside it: it has a
/// property Name, and one Description, which would be bound where nothing else is given.
/// </summary>
internal sealed class NameGuard
{
    private HashSet<string> _given = [];

    /// <summary>Whether names were given on the command line.</summary>
    public bool IsNamed => IsGiven("Name");

    /// <summary>Whether a parameter was given on the command line, where a pattern can be meant; the pipeline brings names.</summary>
    public bool IsGiven(string parameter) => _given.Contains(parameter);

    /// <summary>Looks at what was given on the command line; call before anything comes by the pipeline.</summary>
    public void Begin(InvocationInfo invocation) => _given = new(invocation.BoundParameters.Keys, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name is only that of the instance that came along.</summary>
    public bool IsInstance(InstanceReference instance, string name) => instance.Name == name && IsOfInstance("Name", [instance]);

    /// <summary>What came along under a name that is not its own kind's, such as a user where topics are named; null where all is well.</summary>
    /// <param name="instances">The instances, with what came along in their place.</param>
    /// <param name="name">The name.</param>
    /// <param name="noun">What is to be named.</param>
    public ContainedItem? Stranger(InstanceReference[] instances, string name, string noun)
        => IsNamed ? null : Array.Find(instances, instance => instance.Contained is { } item && item.Name == name && item.Noun != noun)?.Contained;

    /// <summary>
    /// Whether a parameter holds what an instance that came along has under that name. Beside a name that was given, nothing else
    /// that comes by the pipeline is about what is named.
    /// </summary>
    public bool IsOfInstance(string parameter, InstanceReference[] instances)
        => !_given.Contains(parameter) && (IsNamed || (!_given.Contains("InstanceId") && Array.Exists(instances, instance => instance.Name is not null)));
}
