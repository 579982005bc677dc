using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Keeps the name of an instance from being taken for the name of something inside it: an instance that comes by the pipeline
/// has a property Name, which would be bound where no name is given.
/// </summary>
internal sealed class NameGuard
{
    /// <summary>Whether names were given on the command line.</summary>
    public bool IsNamed { get; private set; }

    private bool _isInstanceGiven;

    /// <summary>Looks at what was given on the command line; call before anything comes by the pipeline.</summary>
    public void Begin(InvocationInfo invocation)
    {
        IsNamed = invocation.BoundParameters.ContainsKey("Name");
        _isInstanceGiven = invocation.BoundParameters.ContainsKey("InstanceId");
    }

    /// <summary>Whether a name is only that of the instance that came along.</summary>
    public bool IsInstance(InstanceReference instance, string name) => !IsNamed && !_isInstanceGiven && instance.Name == name;
}
