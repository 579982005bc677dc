using System.Text.Json;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>How one listener is reached from another VPC.</summary>
public sealed class CrossVpcAddress
{
    /// <summary>The listener's own address.</summary>
    public string? ListenerIp { get; set; }

    /// <summary>The address it tells clients.</summary>
    public string? AdvertisedIp { get; set; }

    /// <summary>The port.</summary>
    public int? Port { get; set; }

    /// <summary>The port's resource id.</summary>
    public string? PortId { get; set; }

    /// <summary>Listener and advertised address.</summary>
    public override string ToString() => $"{ListenerIp} -> {AdvertisedIp}:{Port}";
}

/// <summary>Reads the JSON object inside a string whose keys are the listeners.</summary>
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
