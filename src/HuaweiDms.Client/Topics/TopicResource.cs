using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A topic, or something of one: what leads back to it.</summary>
public abstract class TopicResource : InstanceResource
{
    private protected TopicResource()
    {
    }

    /// <summary>The topic's name.</summary>
    [JsonIgnore]
    public string? Topic { get; set; }
}
