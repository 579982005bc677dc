using System.Text.Json;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>The address of one listener for access from another VPC.</summary>
public sealed class CrossVpcAddress
{
    /// <summary>The IP address of the listener.</summary>
    public string? ListenerIp { get; set; }

    /// <summary>The IP address that the listener advertises to clients.</summary>
    public string? AdvertisedIp { get; set; }

    /// <summary>The port.</summary>
    public int? Port { get; set; }

    /// <summary>The resource id of the port.</summary>
    public string? PortId { get; set; }

    /// <summary>Returns the listener and the advertised address.</summary>
    public override string ToString() => $"{ListenerIp} -> {AdvertisedIp}:{Port}";
}

/// <summary>Reads a JSON object in a string, keyed by listener.</summary>
internal static class CrossVpcAddresses
{
    public static CrossVpcAddress[]? Read(ref Utf8JsonReader json)
    {
        using JsonDocument? document = EmbeddedJson.Read(ref json);
        if (document?.RootElement.ValueKind != JsonValueKind.Object)
            return null;
        return
        [
            .. document.RootElement.EnumerateObject().Select(listener => new CrossVpcAddress
            {
                ListenerIp = listener.Name,
                AdvertisedIp = listener.Value.Text("advertised_ip"),
                Port = TolerantInt32Converter.Parse(listener.Value.Text("port")),
                PortId = listener.Value.Text("port_id"),
            }),
        ];
    }
}
