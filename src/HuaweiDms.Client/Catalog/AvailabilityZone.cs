using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A part of the region with its own power and network (5.12.2; v1.0: 7.1.2.1).</summary>
public sealed class AvailabilityZone : DmsResource
{
    /// <summary>The id, which is used to create instances.</summary>
    [JsonPropertyName("id")]
    public string? ZoneId { get; set; }

    /// <summary>The code, such as <c>cn-north-4a</c>.</summary>
    [JsonPropertyName("code")]
    public string? Code { get; set; }

    /// <summary>The display name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The port of the zone.</summary>
    [JsonPropertyName("port")]
    public int? Port { get; set; }

    /// <summary>Whether nothing can currently be created in the zone.</summary>
    [JsonPropertyName("soldOut")]
    public bool? SoldOut { get; set; }

    /// <summary>Whether the zone has resources left.</summary>
    [JsonPropertyName("resource_availability")]
    public bool? HasResources { get; set; }

    /// <summary>Whether this is the default zone; v2 only.</summary>
    [JsonPropertyName("default_az")]
    public bool? IsDefault { get; set; }

    /// <summary>
    /// The remaining time, as the service reports it; v2 only. A value beyond 64 bits is reduced to the largest 64-bit value.
    /// </summary>
    [JsonPropertyName("remain_time")]
    public long? RemainingTime { get; set; }

    /// <summary>Whether instances in the zone can use IPv6; v2 only.</summary>
    [JsonPropertyName("ipv6_enable")]
    public bool? Ipv6Supported { get; set; }

    /// <summary>The region of the zone.</summary>
    [JsonIgnore]
    public string? RegionId { get; set; }

    /// <summary>
    /// Whether an instance can be created in the zone: it is not sold out, and the service does not say that its resources are used up.
    /// </summary>
    [JsonIgnore]
    public bool IsAvailable => SoldOut != true && HasResources != false;

    /// <summary>Returns the id, so that a zone can be passed wherever its id can.</summary>
    public override string ToString() => ZoneId ?? Code ?? string.Empty;
}
