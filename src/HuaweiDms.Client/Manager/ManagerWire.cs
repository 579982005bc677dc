using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>Body of 5.2.2.</summary>
internal sealed class ManagerPassword
{
    [JsonPropertyName("new_password")]
    [JsonConverter(typeof(SecretConverter))]
    public required Secret Password { get; set; }
}
