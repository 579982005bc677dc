using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The description of what is named. One that comes by the pipeline counts only together with a name that does: beside a name that
/// was given there comes the instance, which has a description, too.
/// </summary>
internal sealed class OwnDescription
{
    private bool _isNamed;
    private string? _given;

    /// <summary>Looks at what was given on the command line; call before anything comes by the pipeline.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="name">The parameter that names.</param>
    /// <param name="description">The description as it is bound then.</param>
    public void Begin(InvocationInfo invocation, string name, string? description)
        => (_isNamed, _given) = (invocation.BoundParameters.ContainsKey(name), description);

    /// <summary>The one that is meant for a record; null where none is.</summary>
    /// <param name="bound">What is bound to the parameter.</param>
    public string? Of(string? bound) => _isNamed ? _given : bound;
}
