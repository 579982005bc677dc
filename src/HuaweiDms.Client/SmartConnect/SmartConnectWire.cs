using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>
/// Request body of 5.3.1. The reference describes the number of nodes as text and shows it as a number; a number is sent
/// (<c>x-wire-note</c> in the contract).
/// </summary>
internal sealed class SmartConnectOrder
{
    [JsonPropertyName("node_cnt")]
    public int? NodeCount { get; set; }

    [JsonPropertyName("specification")]
    public string? Specification { get; set; }

    [JsonPropertyName("spec_code")]
    public string? SpecCode { get; set; }
}

/// <summary>Request body of 7.2.4.2.</summary>
internal sealed class SmartConnectEndOrder
{
    [JsonPropertyName("instance_id")]
    public required string InstanceId { get; set; }

    [JsonPropertyName("url")]
    public string? Url { get; set; }
}

/// <summary>Response of 5.3.4.</summary>
internal sealed class SmartConnectTaskList
{
    [JsonPropertyName("tasks")]
    public List<SmartConnectTask>? Tasks { get; set; }

    [JsonPropertyName("total_number")]
    public long? Total { get; set; }

    [JsonPropertyName("max_tasks")]
    public int? TaskLimit { get; set; }

    [JsonPropertyName("quota_tasks")]
    public int? LargestTaskLimit { get; set; }
}
