using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>Request body of 5.2.2.</summary>
internal sealed class ManagerPassword
{
    [JsonPropertyName("new_password")]
    [JsonConverter(typeof(SecretConverter))]
    public required Secret Password { get; set; }
}

/// <summary>Response of 5.2.3.</summary>
internal sealed class ManagerRestart
{
    /// <summary>The result: the reference shows <c>success</c> and, for other operations, <c>failed</c>.</summary>
    [JsonPropertyName("result")]
    public string? Outcome { get; set; }
}
