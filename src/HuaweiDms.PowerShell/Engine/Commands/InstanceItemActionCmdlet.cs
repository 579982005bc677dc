using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>An action on a named item inside instances: one request per instance and name, several in parallel.</summary>
public abstract class InstanceItemActionCmdlet : ActionCmdlet
{
    /// <summary>
    /// The instances, by id or as objects from Get-DmsInstance. The name has the first position, so that it can be typed after a
    /// pipeline.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>Prompts for the item in each of the instances and keeps it for the end.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="target">The target object of the error record.</param>
    /// <param name="work">Does the work in one instance, with the parameters as they are bound now.</param>
    private protected void Collect(string name, object target, Func<DmsContext, InstanceReference, IPipeline, Task<object?>> work)
    {
        foreach ((DmsContext context, InstanceReference instance) in Resolve(InstanceId))
        {
            if (CommandLine.IsInstance(instance, name))
                WriteError(Failures.InvalidArgument("Name", name, Text.NameOfInstanceRule));
            else
                Collect($"{name} of {instance.Subject}", target, pipeline => work(context, instance, pipeline));
        }
    }
}
