using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>What became of one listener's address for other VPCs (5.2.5).</summary>
public sealed class CrossVpcAddressResult : InstanceResource
{
    /// <summary>The listener's own address.</summary>
    [JsonPropertyName("ip")]
    public string? ListenerIp { get; set; }

    /// <summary>The address or domain name it tells clients.</summary>
    [JsonPropertyName("advertised_ip")]
    public string? AdvertisedIp { get; set; }

    /// <summary>Whether it was set.</summary>
    [JsonPropertyName("success")]
    public bool? Succeeded { get; set; }

    /// <summary>Listener and advertised address.</summary>
    public override string ToString() => $"{ListenerIp} -> {AdvertisedIp}";
}
