using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>What every object has that is, or belongs to, a consumer group (5.6).</summary>
public abstract class ConsumerGroupResource : DmsResource
{
    private protected ConsumerGroupResource()
    {
    }

    /// <summary>The instance.</summary>
    [JsonIgnore]
    public string? InstanceId { get; set; }

    /// <summary>The instance, as a person would name it: by the name that the connection has seen it under, else by its id.</summary>
    [JsonIgnore]
    public string? Instance { get => field ?? InstanceId; set; }

    /// <summary>The group's name. Upper and lower case differ.</summary>
    [JsonPropertyName("group_id")]
    public string? ConsumerGroup { get; set; }
}
