namespace HuaweiDms.Client.Tests.Configurations;

/// <summary>Sample configurations.</summary>
internal static class ConfigurationSamples
{
    /// <summary>A configuration with items of every kind.</summary>
    public static InstanceConfiguration Rich() => new()
    {
        InstanceName = "kafka-prod",
        InstanceId = "i-1",
        EngineVersion = "2.7",
        Settings = new Dictionary<string, object?> { ["log.retention.hours"] = 72L, ["auto.create.groups.enable"] = true, ["some.ratio"] = 0.5 },
        Topics =
        [
            new()
            {
                Name = "orders",
                PartitionCount = 6,
                ReplicationFactor = 3,
                RetentionHours = 72,
                SyncReplication = true,
                SyncFlush = false,
                Config = new Dictionary<string, object?> { ["max.message.bytes"] = 1048576L, ["message.timestamp.type"] = "CreateTime" },
                Description = "What was ordered",
                Access = new Dictionary<string, string> { ["writer"] = "Publish", ["reader"] = "Subscribe" },
            },
            new() { Name = "audit", PartitionCount = 3, Access = new Dictionary<string, string>() },
        ],
        Users = [new() { UserName = "writer", Description = "Writes" }, new() { UserName = "reader", Description = string.Empty }],
        Quotas = [new() { UserName = "writer", ProducerByteRate = 1048576 }, new() { DefaultClient = true, ConsumerByteRate = 7 }],
        ConsumerGroups = [new() { Name = "billing", Description = "Writes invoices" }],
    };

    /// <summary>An instance.</summary>
    public static ConfiguredInstance Itself() => new()
    {
        RetentionPolicy = "produce_reject",
        AutoTopicEnabled = false,
        MaintenanceBegin = "22:00",
        MaintenanceEnd = "02:00",
        Description = "Of the shop",
        Tags = new Dictionary<string, object?> { ["env"] = "prod", ["cost"] = "42" },
        EngineVersion = "2.7",
        ProductId = "c6.2u4g.cluster",
        BrokerCount = 3,
        StorageSpaceGB = 300,
        AccessModes = ["PrivatePlain"],
    };
}
