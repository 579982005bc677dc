using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A product that an instance can change to (5.4.2).</summary>
public sealed class ResizeOption : ProductResource
{
    /// <summary>The id of the instance.</summary>
    [JsonIgnore]
    public string? InstanceId { get; set; }

    /// <inheritdoc cref="InstanceResource.Instance"/>
    [JsonIgnore]
    public string? Instance { get => field ?? InstanceId; set; }
}
