using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>An action on something named inside instances: one request an instance and name, many at once.</summary>
public abstract class InstanceItemActionCmdlet : ActionCmdlet
{
    /// <summary>The instances, by id or as objects from Get-DmsInstance. The name comes before them, so that it can follow a pipeline.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>Asks about something in each of the instances and keeps it for the end.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="target">The object of a failure's record.</param>
    /// <param name="work">Does it in one instance, with the parameters as they are bound now.</param>
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
