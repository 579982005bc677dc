using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>What every object read from the service has.</summary>
public abstract class DmsResource
{
    /// <summary>The name of the connection the object was read through; commands given the object go back to it.</summary>
    [JsonIgnore]
    public string? Context { get; set; }

    /// <summary>Fields the service sent that this library does not know, by their wire names.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? AdditionalProperties { get; set; }
}
