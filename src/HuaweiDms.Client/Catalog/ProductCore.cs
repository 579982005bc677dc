using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>The number of processor cores that an instance has with a product (5.12.5).</summary>
public sealed class ProductCore : InstanceResource
{
    /// <summary>The product.</summary>
    [JsonIgnore]
    public string? ProductId { get; set; }

    /// <summary>The number of cores.</summary>
    [JsonPropertyName("core_num")]
    public int? CoreCount { get; set; }

    /// <summary>Returns the product and the number of cores.</summary>
    public override string ToString() => $"{ProductId}: {CoreCount} cores";
}
