using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>The fields of responses that no object contains, with the reasons.</summary>
internal static class UnreadFields
{
    /// <summary>By name, or with their owner.</summary>
    private static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        // Totals and page numbers, which paging uses.
        "total", "count", "instance_num", "total_number", "total_num", "task_count", "messages_count", "offsets_count", "ShowMessagesResp.offset",
        "ListInstanceTopicsResp.size", "ListInstanceTopicsRespV1.size", "ShowInstanceMessagesResp.size",

        // Links to the next page; the list is read to its end.
        "links",

        // Where a message was appended and why it could not be deleted: become numbers and sentences (SendTests, PartitionTests).
        "SendKafkaMessageResp.property_list", "PartitionResp.error_code",

        // Repeats of values in the request.
        "ListEngineProductsResp.engine", "ShowEngineInstanceExtendProductInfoResp.engine", "ProductEngineV1.name", "RestartManagerResp.instance_id",
        "ShowTopicAccessPolicyResp.name", "SendKafkaMessageResp.topic", "SendKafkaMessageResp.body", "ShowPartitionMessagePositionResp.topic",
        "ShowPartitionMessagePositionResp.partition", "ShowInstanceTopicDetailResp.topic", "ShowGroupsRespGroup.group_id", "ListInstanceConsumerGroupResp.group_id",

        // Confirmations.
        "RestartManagerResp.result", "CreateKafkaConsumerGroupResp.",

        // Set on each product, and lost if there are none (CatalogTests).
        "ProductEngineV1.version", "ProductValuesV1.name", "ProductValuesV1.available_zones", "ProductValuesV1.unavailable_zones",

        // Repeated for each part.
        "UpdateInstanceCrossVpcIpResp.success", "ShowInstanceTopicDetailRespPartitions.leader",

        // In one example only, and empty there; kept in the additional properties.
        "ShowInstanceRespV1.connect_dn",
    };

    /// <summary>A task that is not exposed, because only the older path returns one.</summary>
    private static readonly HashSet<(string Operation, string Field)> OfOne = [("UpdateInstanceGroup", "job_id")];

    /// <summary>Returns whether a field of the response of an operation is one of these.</summary>
    public static bool Contain(string operation, SchemaField field)
        => All.Contains(field.Name) || All.Contains(field.ToString()) || OfOne.Contains((operation, field.Name));
}
