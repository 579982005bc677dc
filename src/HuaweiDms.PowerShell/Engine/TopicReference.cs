using System.Globalization;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A topic that a command names, with the instance and the connection it belongs to.</summary>
/// <param name="Context">The connection.</param>
/// <param name="Instance">The instance.</param>
/// <param name="Name">The topic's name.</param>
internal sealed record TopicReference(DmsContext Context, InstanceReference Instance, string Name)
{
    /// <summary>As a person would name it.</summary>
    public string Subject => $"{Name} of {Instance.Subject}";

    /// <summary>Every topic that a record names, in each of its instances. A pattern is no name here and is reported.</summary>
    public static IEnumerable<TopicReference> Collect(
        PSCmdlet cmdlet,
        IEnumerable<string> names,
        IEnumerable<InstanceReference> instances,
        ContextReference[]? named,
        Func<IReadOnlyList<DmsContext>> fallback,
        Action<Failure> report)
    {
        var found = InstanceSelection.Resolve(instances, named, fallback, report).ToList();
        foreach (string name in names)
        {
            if (WildcardPattern.ContainsWildcardCharacters(name))
            {
                string rule = string.Format(CultureInfo.InvariantCulture, Text.NoWildcardRule, "topic", "Get-DmsTopic", cmdlet.MyInvocation.MyCommand.Name);
                report(Failures.InvalidArgument("Topic", name, rule));
                continue;
            }
            foreach ((DmsContext context, InstanceReference instance) in found)
                yield return new TopicReference(context, instance, name);
        }
    }
}
