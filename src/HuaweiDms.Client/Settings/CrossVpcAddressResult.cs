using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>The result of changing the address of one listener for other VPCs (5.2.5).</summary>
public sealed class CrossVpcAddressResult : InstanceResource
{
    /// <summary>The IP address of the listener.</summary>
    [JsonPropertyName("ip")]
    public string? ListenerIp { get; set; }

    /// <summary>The address or domain name that the listener advertises to clients.</summary>
    [JsonPropertyName("advertised_ip")]
    public string? AdvertisedIp { get; set; }

    /// <summary>Whether the address was set.</summary>
    [JsonPropertyName("success")]
    public bool? Succeeded { get; set; }

    /// <summary>Returns the listener and the advertised address.</summary>
    public override string ToString() => $"{ListenerIp} -> {AdvertisedIp}";
}
