using System.Globalization;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Settings;

/// <summary>A Kafka setting that every instance has, as in the example of 5.1.7.</summary>
internal sealed class ConfigDefinition
{
    private ConfigDefinition(string name, string validValues, string defaultValue, bool isStatic)
    {
        Name = name;
        ValidValues = validValues;
        DefaultValue = defaultValue;
        IsStatic = isStatic;
    }

    public static IReadOnlyList<ConfigDefinition> All { get; } =
    [
        new("min.insync.replicas", "1~3", "1", isStatic: false),
        new("message.max.bytes", "0~10485760", "10485760", isStatic: false),
        new("auto.create.groups.enable", "true,false", "true", isStatic: false),
        new("connections.max.idle.ms", "5000~600000", "600000", isStatic: true),
        new("log.retention.hours", "1~168", "72", isStatic: true),
        new("max.connections.per.ip", "100~20000", "1000", isStatic: false),
        new("group.max.session.timeout.ms", "6000~1800000", "1800000", isStatic: true),
        new("unclean.leader.election.enable", "true,false", "false", isStatic: false),
        new("default.replication.factor", "1~3", "3", isStatic: true),
        new("offsets.retention.minutes", "1440~30240", "20160", isStatic: false),
        new("num.partitions", "1~200", "3", isStatic: true),
        new("group.min.session.timeout.ms", "6000~300000", "6000", isStatic: true),
        new("allow.everyone.if.no.acl.found", "true,false", "true", isStatic: true),
    ];

    public string Name { get; }

    public string ValidValues { get; }

    public string DefaultValue { get; }

    /// <summary>Whether a change takes effect only after a restart of the instance.</summary>
    public bool IsStatic { get; }

    public string Kind => IsStatic ? "static" : "dynamic";

    public string ValueType => IsNumber ? "integer" : "enum";

    private bool IsNumber => ValidValues.Contains('~');

    public static ConfigDefinition? Find(string name) => All.FirstOrDefault(config => config.Name == name);

    /// <summary>The effective value of a setting.</summary>
    public static string ValueOf(KafkaInstance instance, string name) => Find(name)!.ValueOf(instance);

    /// <summary>The effective value.</summary>
    public string ValueOf(KafkaInstance instance) => instance.Configs.TryGetValue(Name, out string? value) ? value : DefaultValue;

    /// <summary>The latest value, including one that waits for a restart.</summary>
    public string LatestValueOf(KafkaInstance instance) => instance.PendingConfigs.TryGetValue(Name, out string? value) ? value : ValueOf(instance);

    public bool IsValid(string value)
    {
        if (!IsNumber)
            return ValidValues.Split(',').Contains(value);
        string[] ends = ValidValues.Split('~');
        return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && number >= long.Parse(ends[0], CultureInfo.InvariantCulture)
            && number <= long.Parse(ends[1], CultureInfo.InvariantCulture);
    }
}
