using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>What every object has that is, or belongs to, a consumer group (5.6).</summary>
public abstract class ConsumerGroupResource : InstanceResource
{
    private protected ConsumerGroupResource()
    {
    }

    /// <summary>The group's name. Upper and lower case differ.</summary>
    [JsonPropertyName("group_id")]
    public string? ConsumerGroup { get; set; }
}
