using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Base class of objects that belong to an instance.</summary>
public abstract class InstanceResource : DmsResource
{
    private protected InstanceResource()
    {
    }

    /// <summary>The instance id.</summary>
    [JsonIgnore]
    public string? InstanceId { get; set; }

    /// <summary>The display name of the instance: the name under which the connection has seen it, otherwise its id.</summary>
    [JsonIgnore]
    public string? Instance { get => field ?? InstanceId; set; }
}
