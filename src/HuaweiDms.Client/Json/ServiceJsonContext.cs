using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>The serializer for everything on the wire. Source-generated: no reflection, and fast on first use.</summary>
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
        typeof(InstanceConverter),
        typeof(TopicConverter),
        typeof(TopicConfigConverter),
    ])]

// Instances
[JsonSerializable(typeof(Instance))]
[JsonSerializable(typeof(InstanceList))]
[JsonSerializable(typeof(InstanceSpecification))]
[JsonSerializable(typeof(InstanceUpdate))]
[JsonSerializable(typeof(CreatedInstance))]
[JsonSerializable(typeof(BatchAction))]
[JsonSerializable(typeof(BatchActionV1))]
[JsonSerializable(typeof(BatchActionResponse))]

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
[JsonSerializable(typeof(AdvertisedAddressesResponse))]

// Tags
[JsonSerializable(typeof(InstanceTagList))]
[JsonSerializable(typeof(ProjectTagList))]
[JsonSerializable(typeof(TagAction))]

// Quotas
[JsonSerializable(typeof(ClientQuotaList))]
[JsonSerializable(typeof(ClientQuotaBody))]

// Messages
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(MessageReceipt))]
[JsonSerializable(typeof(MessageList))]
[JsonSerializable(typeof(MessageAtOffset))]
[JsonSerializable(typeof(MessagePosition))]
[JsonSerializable(typeof(MessageDeletion))]
[JsonSerializable(typeof(MessageDeletionResponse))]

// Smart Connect and dump tasks
[JsonSerializable(typeof(SmartConnectOrder))]
[JsonSerializable(typeof(SmartConnectEndOrder))]
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

// Topics
[JsonSerializable(typeof(TopicList))]
[JsonSerializable(typeof(TopicConfig[]))]
[JsonSerializable(typeof(TopicPartitionList))]
[JsonSerializable(typeof(TopicSpecification))]
[JsonSerializable(typeof(TopicUpdates))]
[JsonSerializable(typeof(TopicUpdate))]
[JsonSerializable(typeof(TopicConfigSetting))]
[JsonSerializable(typeof(CreatedTopic))]
[JsonSerializable(typeof(TopicNames))]
[JsonSerializable(typeof(TopicOutcomes))]
[JsonSerializable(typeof(TopicProducerList))]
[JsonSerializable(typeof(PartitionCountBody))]
[JsonSerializable(typeof(TopicDetail))]
[JsonSerializable(typeof(ReplicaPlaces))]
[JsonSerializable(typeof(ReassignmentBody))]
[JsonSerializable(typeof(ReassignmentResponse))]
[JsonSerializable(typeof(AccessPolicyResponse))]
[JsonSerializable(typeof(AccessPolicyBody))]

// Diagnosis
[JsonSerializable(typeof(List<DiagnosisCheck>))]
[JsonSerializable(typeof(DiagnosisOrder))]
[JsonSerializable(typeof(StartedDiagnosis))]
[JsonSerializable(typeof(DiagnosisList))]
[JsonSerializable(typeof(DiagnosisDeletion))]
[JsonSerializable(typeof(DiagnosisDeletionResponse))]
[JsonSerializable(typeof(DiagnosisReport))]

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
[JsonSerializable(typeof(ClusterResponse))]
[JsonSerializable(typeof(CoordinatorList))]
[JsonSerializable(typeof(DiskUsageResponse))]
[JsonSerializable(typeof(ManagerPassword))]
[JsonSerializable(typeof(ManagerRestart))]

// Consumer groups
[JsonSerializable(typeof(ConsumerGroupList))]
[JsonSerializable(typeof(ConsumerGroupResponse))]
[JsonSerializable(typeof(ConsumerGroupTopicList))]
[JsonSerializable(typeof(ConsumerGroupMemberList))]
[JsonSerializable(typeof(ConsumerOffsetList))]
[JsonSerializable(typeof(ConsumerGroupBody))]
[JsonSerializable(typeof(ConsumerGroupNames))]
[JsonSerializable(typeof(ConsumerGroupFailures))]
[JsonSerializable(typeof(OffsetResetBody))]

// Identity
[JsonSerializable(typeof(ProjectList))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(TokenResponse))]

// Anything
[JsonSerializable(typeof(object))]
internal sealed partial class ServiceJsonContext : JsonSerializerContext;
