using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Base class of topics and their parts.</summary>
public abstract class TopicResource : InstanceResource
{
    private protected TopicResource()
    {
    }

    /// <summary>The name of the topic.</summary>
    [JsonIgnore]
    public string? Topic { get; set; }
}
