using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Something of an instance: what leads back to that.</summary>
public abstract class InstanceResource : DmsResource
{
    private protected InstanceResource()
    {
    }

    /// <summary>The instance.</summary>
    [JsonIgnore]
    public string? InstanceId { get; set; }

    /// <summary>The instance, as a person would name it: by the name that the connection has seen it under, else by its id.</summary>
    [JsonIgnore]
    public string? Instance { get => field ?? InstanceId; set; }
}
