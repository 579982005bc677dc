using System.Collections.Concurrent;
using HuaweiDms.Contract;
using HuaweiDms.Json;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>
/// Returns the property for a field of a response: the one of the same name, or an exception listed here by hand. Instances and topics,
/// which have field tables, supply it themselves; <see cref="Json.FieldNamesTests"/> checks them.
/// </summary>
internal static class PropertyNames
{
    private static readonly ConcurrentDictionary<SchemaField, string[]> Found = new();

    /// <summary>By field, or by owner and field if a name has several meanings.</summary>
    private static readonly Dictionary<string, string> Otherwise = new(StringComparer.Ordinal)
    {
        // Objects are named after what they are, and after what they refer to.
        ["group_id"] = "ConsumerGroup",
        ["group_name"] = "ConsumerGroup",
        ["topic_name"] = "Topic",
        ["job_id"] = "TaskId",
        ["task_name"] = "Name",
        ["BackgroundTask.id"] = "TaskId",
        ["SmartConnectTaskEntity.id"] = "TaskId",
        ["ShowCoordinatorsRespCoordinators.id"] = "BrokerId",
        ["AvailableZonesResp.id"] = "ZoneId",
        ["AvailableZoneV1.id"] = "ZoneId",
        ["Project.id"] = "ProjectId",
        ["BatchDeleteMessageDiagnosisRespResults.id"] = "ReportId",
        ["BatchDeleteInstanceTopicRespTopics.id"] = "Topic",
        ["BatchRestartOrDeleteInstanceRespResults.instance"] = "InstanceId",
        ["BatchOpsResult.instance"] = "InstanceId",
        ["BatchRestartOrDeleteInstanceRespResults.result"] = "Succeeded",
        ["BatchOpsResult.result"] = "Succeeded",
        ["BatchDeleteMessageDiagnosisRespResults.result"] = "Succeeded",
        ["BatchDeleteInstanceTopicRespTopics.success"] = "Succeeded",
        ["UpdateInstanceCrossVpcIpRespResults.success"] = "Succeeded",
        ["PartitionResp.result"] = "Succeeded",
        ["error_message"] = "Message",
        ["consumer_id"] = "MemberId",
        ["broker_name"] = "Broker",
        ["producer_address"] = "Address",
        ["user"] = "UserName",
        ["client"] = "ClientId",
        ["ecs_flavor_id"] = "FlavorId",
        ["app_id"] = "ApplicationId",
        ["protocol"] = "AccessMode",
        ["UpdateInstanceCrossVpcIpRespResults.ip"] = "ListenerIp",

        // Times.
        ["register_time"] = "RegisteredAt",
        ["last_update_time"] = "UpdatedAt",
        ["last_update_timestamp"] = "UpdatedAt",
        ["join_time"] = "ConnectedAt",
        ["created_time"] = "CreatedAt",
        ["create_time"] = "CreatedAt",
        ["begin_time"] = "StartedAt",
        ["end_time"] = "EndedAt",
        ["begin"] = "MaintenanceBegin",
        ["end"] = "MaintenanceEnd",
        ["remain_time"] = "RemainingTime",
        ["reassignment_time"] = "EstimatedTime",
        ["deliver_time_interval"] = "DeliverInterval",
        ["deliver_time_interva"] = "DeliverInterval",
        ["full_sync_wait_ms"] = "FullSyncWait",

        // Counts and sizes.
        ["topics_count"] = "TopicCount",
        ["partitions_count"] = "PartitionCount",
        ["online_partitions_count"] = "OnlinePartitionCount",
        ["replicas_count"] = "ReplicaCount",
        ["isr_replicas_count"] = "InSyncReplicaCount",
        ["consumers_count"] = "ConsumerGroupCount",
        ["GroupTopicEntity.partitions"] = "PartitionCount",
        ["accumulated_partitions"] = "LaggingPartitionCount",
        ["abnormal_item_num"] = "AbnormalItemCount",
        ["failed_item_num"] = "FailedItemCount",
        ["normal_item_num"] = "NormalItemCount",
        ["abnormal_num"] = "AbnormalItemCount",
        ["failed_num"] = "FailedItemCount",
        ["core_num"] = "CoreCount",
        ["task_num"] = "TaskCount",
        ["full_sync_max_retry"] = "FullSyncRetryCount",
        ["dynamic_config"] = "DynamicCount",
        ["static_config"] = "StaticCount",
        ["max_tasks"] = "TaskLimit",
        ["quota_tasks"] = "LargestTaskLimit",
        ["remain_partitions"] = "RemainingPartitions",
        ["max_partitions"] = "PartitionLimit",
        ["topic_max_partitions"] = "MaxPartitionsPerTopic",
        ["size"] = "SizeBytes",
        ["data_disk_size"] = "SizeBytes",
        ["data_disk_use"] = "UsedBytes",
        ["data_disk_free"] = "FreeBytes",
        ["data_disk_use_percentage"] = "UsedPercent",
        ["percentage"] = "UsedPercent",
        ["obs_part_size"] = "PartSizeBytes",
        ["ratelimit"] = "RateLimitKBps",
        ["max_partition_per_broker"] = "MaxPartitionsPerBroker",
        ["max_consumer_per_broker"] = "MaxConsumersPerBroker",
        ["max_broker"] = "MaxBrokerCount",
        ["min_broker"] = "MinBrokerCount",
        ["max_storage_per_node"] = "MaxStoragePerBrokerGB",
        ["min_storage_per_node"] = "MinStoragePerBrokerGB",
        ["max_task"] = "MaxTaskCount",
        ["min_task"] = "MinTaskCount",
        ["max_node"] = "MaxNodeCount",
        ["min_node"] = "MinNodeCount",
        ["tps"] = "MaxTps",
        ["storage"] = "StorageSpaceGB",
        ["partition_num"] = "PartitionLimit",
        ["seq"] = "Number",

        // Positions in a partition.
        ["last_offset"] = "EndOffset",
        ["leo"] = "EndOffset",
        ["hw"] = "HighWatermark",
        ["lso"] = "StartOffset",
        ["log_end_offset"] = "EndOffset",
        ["message_offset"] = "Offset",
        ["message_current_offset"] = "CurrentOffset",
        ["message_log_start_offset"] = "StartOffset",
        ["message_log_end_offset"] = "EndOffset",
        ["partition_id"] = "Partition",
        ["topic_partition"] = "Partition",
        ["ShowInstanceTopicDetailRespReplicas.leader"] = "IsLeader",

        // The first one is that of the beginning, the second one that of the end.
        ["ShowPartitionMessagePositionResp.offset"] = "StartOffset|EndOffset",
        ["ShowPartitionMessagePositionResp.timestamp"] = "FirstMessageAt|LastMessageAt",

        // Booleans.
        ["user-default"] = "DefaultUser",
        ["client-default"] = "DefaultClient",
        ["is_health"] = "IsHealthy",
        ["owner"] = "IsOwner",
        ["access_policy"] = "Access",
        ["huge_message"] = "IsHuge",
        ["default"] = "IsDefault",
        ["default_az"] = "IsDefault",
        ["resource_availability"] = "HasResources",
        ["ipv6_enable"] = "Ipv6Supported",
        ["enable"] = "Enabled",
        ["KafkaDiagnosisCheckEntity.success"] = "Passed",
        ["sync_consumer_offsets_enabled"] = "SyncConsumerOffsets",
        ["rename_topic_enabled"] = "RenameTopics",
        ["provenance_header_enabled"] = "AddProvenanceHeader",

        // Texts and lists.
        ["controller"] = "ControllerId",
        ["default_value"] = "DefaultValue",
        ["group_desc"] = "Description",
        ["user_desc"] = "Description",
        ["topics_regex"] = "TopicRegex",
        ["topics_mapping"] = "TopicMapping",
        ["redis_address"] = "Addresses",
        ["SmartConnectTaskRespSourceConfig.instance_id"] = "PeerInstanceId",
        ["target_db"] = "TargetDatabase",
        ["destination_file_type"] = "FileType",
        ["obs_bucket_name"] = "BucketName",
        ["obs_path"] = "Path",
        ["kv_delimiter"] = "KeyValueDelimiter",
        ["arch_types"] = "Architectures",
        ["arch_type"] = "Architectures",
        ["charging_mode"] = "ChargingModes",
        ["versions"] = "EngineVersions",
        ["io_spec"] = "StorageSpecCode",
        ["spec_code"] = "ResourceSpecCode",
        ["volume_type"] = "Type",
        ["product_alias"] = "Alias",
        ["group_subscribed"] = "ConsumerGroups",
        ["SendKafkaMessageResp.body"] = "Value",
        ["property_list"] = "Properties",
        ["params"] = "Parameters",
        ["key_name"] = "Keys",
        ["dim_router"] = "Route",
        ["queues"] = "Topics",
        ["ShowCeshierarchyRespQueues.name"] = "Topic",
        ["ShowCeshierarchyRespGroups.name"] = "ConsumerGroup",
        ["token"] = "ExpiresAt",
        ["UpgradeInstanceResp."] = "TaskId",
        ["assignment"] = "Assignments",
    };

    /// <summary>Returns the names, in lowercase.</summary>
    public static string[] Of(SchemaField field)
        => Found.GetOrAdd(field, static it => NameOf(it).Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant().Split('|'));

    private static string NameOf(SchemaField field)
        => field.Owner switch
        {
            "ShowInstanceResp" or "ShowInstanceRespV1" when field.Name == "broker_num" => nameof(Instance.BrokerCount),
            "ShowInstanceResp" or "ShowInstanceRespV1" => FieldProbe.PropertiesOf(field.Name, ServiceJsonContext.Default.Instance) is [var property, ..] ? property : null,
            "TopicEntity" or "TopicEntityV1" => FieldProbe.PropertiesOf(field.Name, ServiceJsonContext.Default.Topic) is [var property, ..] ? property : null,
            _ => Otherwise.GetValueOrDefault(field.ToString()) ?? Otherwise.GetValueOrDefault(field.Name),
        } ?? field.Name;
}
