using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>How everything on the wire is read and written. Generated at build: no reflection, and quick at the first call.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(TolerantStringConverter),
        typeof(TolerantInt32Converter),
        typeof(TolerantInt64Converter),
        typeof(TolerantDoubleConverter),
        typeof(TolerantBooleanConverter),
        typeof(TolerantTimeConverter),
        typeof(NaturalObjectConverter),
    ])]

// Instances
[JsonSerializable(typeof(Instance))]
[JsonSerializable(typeof(InstanceList))]
[JsonSerializable(typeof(InstanceSpecification))]
[JsonSerializable(typeof(InstanceUpdate))]
[JsonSerializable(typeof(CreatedInstance))]
[JsonSerializable(typeof(BatchAction))]
[JsonSerializable(typeof(BatchActionV1))]
[JsonSerializable(typeof(BatchActionAnswer))]

// Tasks
[JsonSerializable(typeof(BackgroundTaskList))]
[JsonSerializable(typeof(StartedTask))]

// Settings
[JsonSerializable(typeof(InstanceConfigList))]
[JsonSerializable(typeof(ConfigSettings))]
[JsonSerializable(typeof(InstanceConfigChange))]
[JsonSerializable(typeof(UpgradeSchedule))]
[JsonSerializable(typeof(NewPassword))]
[JsonSerializable(typeof(AutoTopicSwitch))]
[JsonSerializable(typeof(AccessModeRequest))]
[JsonSerializable(typeof(AccessModeChange))]
[JsonSerializable(typeof(AdvertisedAddresses))]
[JsonSerializable(typeof(AdvertisedAddressesAnswer))]

// Tags
[JsonSerializable(typeof(InstanceTagList))]
[JsonSerializable(typeof(ProjectTagList))]
[JsonSerializable(typeof(TagAction))]

// Quotas
[JsonSerializable(typeof(ClientQuotaList))]
[JsonSerializable(typeof(ClientQuotaBody))]

// Smart Connect and dump tasks
[JsonSerializable(typeof(ConnectorOrder))]
[JsonSerializable(typeof(ConnectorEndOrder))]
[JsonSerializable(typeof(SmartConnectChange))]
[JsonSerializable(typeof(SmartConnectTaskSpecification))]
[JsonSerializable(typeof(SmartConnectTask))]
[JsonSerializable(typeof(SmartConnectTaskList))]
[JsonSerializable(typeof(KafkaReplicationSource))]
[JsonSerializable(typeof(RedisReplicationSource))]
[JsonSerializable(typeof(UnknownSource))]
[JsonSerializable(typeof(RedisReplicationSink))]
[JsonSerializable(typeof(ObsSink))]
[JsonSerializable(typeof(UnknownSink))]
[JsonSerializable(typeof(SinkTask))]
[JsonSerializable(typeof(SinkTaskList))]
[JsonSerializable(typeof(SinkTaskBody))]
[JsonSerializable(typeof(CreatedSinkTask))]
[JsonSerializable(typeof(SinkTaskLimit))]
// Users
[JsonSerializable(typeof(InstanceUserList))]
[JsonSerializable(typeof(NewInstanceUser))]
[JsonSerializable(typeof(UserDeletion))]
[JsonSerializable(typeof(InstanceUserUpdate))]

// Resizing
[JsonSerializable(typeof(ResizeOptionList))]
[JsonSerializable(typeof(InstanceSize))]

// Catalog
[JsonSerializable(typeof(MaintenanceWindowList))]
[JsonSerializable(typeof(ZoneList))]
[JsonSerializable(typeof(ProductList))]
[JsonSerializable(typeof(OlderProductList))]
[JsonSerializable(typeof(ProductCore))]
[JsonSerializable(typeof(MetricHierarchy))]

// Cluster and Kafka Manager
[JsonSerializable(typeof(ClusterAnswer))]
[JsonSerializable(typeof(CoordinatorList))]
[JsonSerializable(typeof(DiskUsageAnswer))]
[JsonSerializable(typeof(ManagerPassword))]

// Identity
[JsonSerializable(typeof(ProjectList))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(TokenAnswer))]

// Anything
[JsonSerializable(typeof(object))]
internal sealed partial class ServiceJsonContext : JsonSerializerContext;
