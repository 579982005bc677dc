using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Finds the topics that a command names.</summary>
internal static class TopicSelection
{
    /// <summary>Every topic that a record names, in each of its instances. A pattern is no name here and is reported.</summary>
    /// <param name="cmdlet">The command.</param>
    /// <param name="parameter">The parameter that the names came by.</param>
    /// <param name="names">The names.</param>
    /// <param name="instances">The instances.</param>
    /// <param name="report">Takes the failure of one that cannot be used.</param>
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
