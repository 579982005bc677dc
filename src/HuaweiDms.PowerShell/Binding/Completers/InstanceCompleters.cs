using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes instance ids, shown with their names.</summary>
public sealed class InstanceIdCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.Instances(boundParameters).Select(instance => new Proposal(
            instance.InstanceId!, instance.Name ?? instance.InstanceId!, $"{instance.InstanceId} {instance.Status}"));
}

/// <summary>Proposes instance names.</summary>
public sealed class InstanceNameCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.Instances(boundParameters)
            .Where(instance => instance.Name is not null)
            .Select(instance => new Proposal(instance.Name!, $"{instance.InstanceId} {instance.Status}"));
}

/// <summary>Proposes the enterprise projects that instances belong to, with the names of the instances.</summary>
public sealed class EnterpriseProjectCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.Instances(boundParameters)
            .Where(instance => !string.IsNullOrEmpty(instance.EnterpriseProjectId))
            .GroupBy(instance => instance.EnterpriseProjectId!, StringComparer.Ordinal)
            .Select(project => new Proposal(project.Key, string.Join(", ", project.Select(instance => instance.Name))));
}
