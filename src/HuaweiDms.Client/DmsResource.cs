using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Base class of the objects that the service returns.</summary>
public abstract class DmsResource
{
    /// <summary>
    /// The name of the connection through which the object was read; commands that receive the object use the same connection.
    /// </summary>
    [JsonIgnore]
    public string? Context { get; set; }

    /// <summary>The fields of the response that this library does not know, by wire name; null if there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? AdditionalProperties { get; set; }
}
