using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>An instance itself in its configuration; what is null is not said.</summary>
public sealed class ConfiguredInstance
{
    /// <summary>What happens when the disk is full: <c>produce_reject</c> or <c>time_base</c>.</summary>
    public string? RetentionPolicy { get; set; }

    /// <summary>Whether topics are created when a client first uses them.</summary>
    public bool? AutoTopicEnabled { get; set; }

    /// <summary>Start of the maintenance window, a time of day such as <c>22:00</c>.</summary>
    public string? MaintenanceBegin { get; set; }

    /// <summary>End of the maintenance window, a time of day such as <c>02:00</c>.</summary>
    public string? MaintenanceEnd { get; set; }

    /// <summary>Free text; empty where there is none.</summary>
    public string? Description { get; set; }

    /// <summary>The tags, by key; upper and lower case differ. Null where the instance does not tell them: it may have some.</summary>
    public IDictionary<string, object?>? Tags { get; set; }

    /// <summary>The version of Kafka. It is compared and not imported, as everything that follows.</summary>
    public string? EngineVersion { get; set; }

    /// <summary>The product, such as <c>c6.2u4g.cluster</c>.</summary>
    public string? ProductId { get; set; }

    /// <summary>The number of brokers.</summary>
    public int? BrokerCount { get; set; }

    /// <summary>The storage messages can use, in GB.</summary>
    public int? StorageSpaceGB { get; set; }

    /// <summary>The access modes that are on; null where the instance does not tell them.</summary>
    public string[]? AccessModes { get; set; }

    /// <summary>What it is, in a few words.</summary>
    public override string ToString() => FormattableString.Invariant($"{ProductId}, {BrokerCount} brokers, {StorageSpaceGB} GB");

    internal static ConfiguredInstance From(Instance instance) => new()
    {
        RetentionPolicy = instance.RetentionPolicy,
        AutoTopicEnabled = instance.AutoTopicEnabled,
        MaintenanceBegin = TimeOfDayConverter.Say(instance.MaintenanceBegin),
        MaintenanceEnd = TimeOfDayConverter.Say(instance.MaintenanceEnd),
        Description = instance.Description ?? string.Empty,
        Tags = instance.Tags?.ToDictionary(tag => tag.Key, object? (tag) => tag.Value, StringComparer.Ordinal),
        EngineVersion = instance.EngineVersion,
        ProductId = instance.ProductId,
        BrokerCount = instance.BrokerCount,
        StorageSpaceGB = instance.StorageSpaceGB,
        AccessModes = instance.AccessModes?.Where(mode => mode.Enabled).Select(mode => mode.Name!).ToArray(),
    };
}
