using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>An action on a named item inside instances: one request per instance and name, several in parallel.</summary>
public abstract class InstanceItemActionCmdlet : ActionCmdlet
{
    private readonly Dictionary<(FoundInstance Found, string Name), string?> _given = [];

    /// <summary>
    /// The instances, by id or as objects from Get-DmsInstance. The name has the first position, so that it can be typed after a
    /// pipeline.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>
    /// Prompts for the item in each of the instances and keeps it for the end. A repeated item counts once; with another description
    /// it is refused, because the result would be random.
    /// </summary>
    /// <param name="name">What it is called.</param>
    /// <param name="description">The requested description; null if there is none.</param>
    /// <param name="work">Does the work in one instance, with the parameters as they are bound now.</param>
    private protected void Collect(string name, string? description, Func<DmsContext, InstanceReference, IPipeline, Task<object?>> work)
    {
        foreach (FoundInstance found in Resolve(InstanceId))
        {
            (DmsContext context, InstanceReference instance) = found;
            if (CommandLine.IsInstance(instance, name))
                WriteError(Failures.InvalidArgument("Name", name, Text.NameOfInstanceRule));
            else if (!_given.TryGetValue((found, name), out string? given))
            {
                _given.Add((found, name), description);
                Collect($"{name} of {instance.Subject}", name, pipeline => work(context, instance, pipeline));
            }
            else if (given != description)
                WriteError(Failures.InvalidArgument("Description", description, Format(Text.GroupTwiceRule, name, instance.Subject)));
        }
    }
}
