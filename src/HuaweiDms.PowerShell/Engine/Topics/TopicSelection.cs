using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Finds the topics that a command names.</summary>
internal static class TopicSelection
{
    /// <summary>Returns every topic that a record names, in each of its instances; reports wildcard patterns.</summary>
    /// <param name="cmdlet">The command.</param>
    /// <param name="parameter">The parameter that supplied the names.</param>
    /// <param name="names">The names.</param>
    /// <param name="instances">The instances.</param>
    /// <param name="report">Receives the failure of each one that cannot be used.</param>
    public static IEnumerable<ItemReference> Collect(
        PSCmdlet cmdlet,
        string parameter,
        IEnumerable<string> names,
        IEnumerable<FoundInstance> instances,
        Action<Failure> report)
    {
        var found = instances.ToList();
        foreach (string name in names)
        {
            if (NamePattern.Is(name))
            {
                report(Failures.NotExactName(parameter, name, "topic", "Get-DmsTopic", cmdlet.MyInvocation.MyCommand.Name));
                continue;
            }
            foreach ((DmsContext context, InstanceReference instance) in found)
                yield return new ItemReference(context, instance, name);
        }
    }
}
