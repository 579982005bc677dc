using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Fields of answers that stand on no object, and why.</summary>
internal static class UnreadFields
{
    /// <summary>By name, or with their owner.</summary>
    private static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        // How many there are, and on which page: what paging goes by.
        "total", "count", "instance_num", "total_number", "total_num", "task_count", "messages_count", "offsets_count", "ShowMessagesResp.offset",
        "ListInstanceTopicsResp.size", "ListInstanceTopicsRespV1.size", "ShowInstanceMessagesResp.size",

        // Where to go on; the list is read to its end.
        "links",

        // Where a message went and why it could not be deleted: become numbers and sentences (SendTests, PartitionTests).
        "SendKafkaMessageResp.property_list", "PartitionResp.error_code",

        // What was asked for, said again.
        "ListEngineProductsResp.engine", "ShowEngineInstanceExtendProductInfoResp.engine", "ProductEngineV1.name", "RestartManagerResp.instance_id",
        "ShowTopicAccessPolicyResp.name", "SendKafkaMessageResp.topic", "SendKafkaMessageResp.body", "ShowPartitionMessagePositionResp.topic",
        "ShowPartitionMessagePositionResp.partition", "ShowInstanceTopicDetailResp.topic", "ShowGroupsRespGroup.group_id", "ListInstanceConsumerGroupResp.group_id",

        // That it was done.
        "RestartManagerResp.result", "CreateKafkaConsumerGroupResp.",

        // Told of each product, and of none where there are none (CatalogTests).
        "ProductEngineV1.version", "ProductValuesV1.name", "ProductValuesV1.available_zones", "ProductValuesV1.unavailable_zones",

        // Said of each part again.
        "UpdateInstanceCrossVpcIpResp.success", "ShowInstanceTopicDetailRespPartitions.leader",

        // In one example only, and empty there; kept among the additional properties.
        "ShowInstanceRespV1.connect_dn",
    };

    /// <summary>A task that nobody can wait for: the older path alone tells of one.</summary>
    private static readonly HashSet<(string Operation, string Field)> OfOne = [("UpdateInstanceGroup", "job_id")];

    /// <summary>Whether a field of the answer of an operation is one.</summary>
    public static bool Contain(string operation, SchemaField field)
        => All.Contains(field.Name) || All.Contains(field.ToString()) || OfOne.Contains((operation, field.Name));
}
