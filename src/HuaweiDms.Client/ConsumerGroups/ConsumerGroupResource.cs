using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Base class of consumer groups and their parts (5.6).</summary>
public abstract class ConsumerGroupResource : InstanceResource
{
    private protected ConsumerGroupResource()
    {
    }

    /// <summary>The name of the group, which is case-sensitive.</summary>
    [JsonPropertyName("group_id")]
    public string? ConsumerGroup { get; set; }
}
