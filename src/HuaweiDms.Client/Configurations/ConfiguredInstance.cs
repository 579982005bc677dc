using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>The properties of the instance itself in a configuration; null means unspecified.</summary>
public sealed class ConfiguredInstance
{
    /// <summary>What the service does when the disk is full: <c>produce_reject</c> or <c>time_base</c>.</summary>
    public string? RetentionPolicy { get; set; }

    /// <summary>Whether a topic is created when a client first uses it.</summary>
    public bool? AutoTopicEnabled { get; set; }

    /// <summary>The start of the maintenance window, a time of day such as <c>22:00</c>.</summary>
    public string? MaintenanceBegin { get; set; }

    /// <summary>The end of the maintenance window, a time of day such as <c>02:00</c>.</summary>
    public string? MaintenanceEnd { get; set; }

    /// <summary>The description, as free text; empty if there is none.</summary>
    public string? Description { get; set; }

    /// <summary>The tags, by case-sensitive key. Null if the instance does not report them; it may still have some.</summary>
    public IDictionary<string, object?>? Tags { get; set; }

    /// <summary>The Kafka version. This and the following properties are compared but not imported.</summary>
    public string? EngineVersion { get; set; }

    /// <summary>The product, such as <c>c6.2u4g.cluster</c>.</summary>
    public string? ProductId { get; set; }

    /// <summary>The number of brokers.</summary>
    public int? BrokerCount { get; set; }

    /// <summary>The storage for messages, in GB.</summary>
    public int? StorageSpaceGB { get; set; }

    /// <summary>The access modes that are enabled; null if the instance does not report them.</summary>
    public string[]? AccessModes { get; set; }

    /// <summary>Returns the product, the number of brokers and the storage.</summary>
    public override string ToString() => FormattableString.Invariant($"{ProductId}, {BrokerCount} brokers, {StorageSpaceGB} GB");

    internal static ConfiguredInstance From(Instance instance) => new()
    {
        RetentionPolicy = instance.RetentionPolicy,
        AutoTopicEnabled = instance.AutoTopicEnabled,
        MaintenanceBegin = TimeOfDayConverter.ToText(instance.MaintenanceBegin),
        MaintenanceEnd = TimeOfDayConverter.ToText(instance.MaintenanceEnd),
        Description = instance.Description ?? string.Empty,
        Tags = instance.Tags?.ToDictionary(tag => tag.Key, object? (tag) => tag.Value, StringComparer.Ordinal),
        EngineVersion = instance.EngineVersion,
        ProductId = instance.ProductId,
        BrokerCount = instance.BrokerCount,
        StorageSpaceGB = instance.StorageSpaceGB,
        AccessModes = instance.AccessModes?.Where(mode => mode.Enabled).Select(mode => mode.Name!).ToArray(),
    };
}
