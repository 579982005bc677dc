using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Response of 5.1.2 and 7.1.1.6.</summary>
internal sealed class InstanceList
{
    [JsonPropertyName("instances")]
    public List<Instance>? Instances { get; set; }

    [JsonPropertyName("instance_num")]
    public long? Total { get; set; }
}

/// <summary>Response of 5.1.1 and 7.1.1.1.</summary>
internal sealed class CreatedInstance
{
    [JsonPropertyName("instance_id")]
    public string? InstanceId { get; set; }
}

/// <summary>Request body of 5.1.6, and of the batch operation of DCS.</summary>
internal sealed class BatchAction
{
    [JsonPropertyName("action")]
    public required string Action { get; set; }

    [JsonPropertyName("instances")]
    public IReadOnlyList<string>? Instances { get; set; }

    [JsonPropertyName("all_failure")]
    public string? AllFailure { get; set; }
}

/// <summary>Request body of 7.1.1.5, with camel case where v2 has an underscore.</summary>
internal sealed class BatchActionV1
{
    [JsonPropertyName("action")]
    public required string Action { get; set; }

    [JsonPropertyName("instances")]
    public IReadOnlyList<string>? Instances { get; set; }

    [JsonPropertyName("allFailure")]
    public string? AllFailure { get; set; }
}

/// <summary>Response of 5.1.6, 7.1.1.5 and the batch operation of DCS.</summary>
internal sealed class BatchActionResponse
{
    [JsonPropertyName("results")]
    public List<BatchActionOutcome?>? Results { get; set; }
}

/// <summary>One item of the response.</summary>
internal sealed class BatchActionOutcome
{
    [JsonPropertyName("instance")]
    public string? Instance { get; set; }

    [JsonPropertyName("result")]
    public string? Result { get; set; }
}
