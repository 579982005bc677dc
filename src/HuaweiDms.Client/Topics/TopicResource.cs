using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A topic, or something of one: what leads back to it.</summary>
public abstract class TopicResource : DmsResource
{
    private protected TopicResource()
    {
    }

    /// <summary>The instance.</summary>
    [JsonIgnore]
    public string? InstanceId { get; set; }

    /// <summary>The instance, as a person would name it: by the name that the connection has seen it under, else by its id.</summary>
    [JsonIgnore]
    public string? Instance { get => field ?? InstanceId; set; }

    /// <summary>The topic's name.</summary>
    [JsonIgnore]
    public string? Topic { get; set; }
}
