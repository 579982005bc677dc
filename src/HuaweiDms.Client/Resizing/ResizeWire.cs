using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Response of 5.4.2.</summary>
internal sealed class ResizeOptionList
{
    [JsonPropertyName("versions")]
    public string[]? Versions { get; set; }

    [JsonPropertyName("products")]
    public List<ResizeOption>? Products { get; set => field = value ?? []; }
}
