using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes the settings of the instance on the command line, or the documented ones (5.1.7).</summary>
public sealed class ConfigNameCompleter : CompleterBase
{
    private static readonly string[] Documented =
    [
        "allow.everyone.if.no.acl.found", "auto.create.groups.enable", "connections.max.idle.ms", "default.replication.factor",
        "group.max.session.timeout.ms", "group.min.session.timeout.ms", "log.retention.hours", "max.connections.per.ip",
        "message.max.bytes", "min.insync.replicas", "num.partitions", "offsets.retention.minutes", "unclean.leader.election.enable",
    ];

    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
    {
        IReadOnlyList<InstanceConfig> configs = CompletionCache.Configs(boundParameters);
        return configs.Count == 0
            ? Documented.Select(name => new Proposal(name, "Setting"))
            : configs.Select(config => new Proposal(config.Name!, $"{config.Value} ({config.ValidValues}, {config.ConfigType})"));
    }
}

/// <summary>Proposes values of a setting that accepts only certain words.</summary>
public sealed class ConfigValueCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.Configs(boundParameters)
            .Where(config => string.Equals(config.Name, boundParameters["Name"] as string, StringComparison.Ordinal))
            .SelectMany(config => config.AllowedValues ?? [])
            .Select(value => new Proposal(value, "Value"));
}
