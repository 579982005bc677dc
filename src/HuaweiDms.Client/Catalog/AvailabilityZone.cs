using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A part of the region with power and network of its own (5.12.2; v1.0: 7.1.2.1).</summary>
public sealed class AvailabilityZone : DmsResource
{
    /// <summary>The id, which the creation of instances takes.</summary>
    [JsonPropertyName("id")]
    public string? ZoneId { get; set; }

    /// <summary>The code, such as <c>cn-north-4a</c>.</summary>
    [JsonPropertyName("code")]
    public string? Code { get; set; }

    /// <summary>The name for people.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The zone's port.</summary>
    [JsonPropertyName("port")]
    public int? Port { get; set; }

    /// <summary>Whether nothing can be created in it now.</summary>
    [JsonPropertyName("soldOut")]
    public bool? SoldOut { get; set; }

    /// <summary>Whether it has resources left.</summary>
    [JsonPropertyName("resource_availability")]
    public bool? HasResources { get; set; }

    /// <summary>Whether it is the default zone; v2 only.</summary>
    [JsonPropertyName("default_az")]
    public bool? IsDefault { get; set; }

    /// <summary>The time left, as the service tells it; v2 only. A value beyond 64 bits is cut to the largest.</summary>
    [JsonPropertyName("remain_time")]
    public long? RemainingTime { get; set; }

    /// <summary>Whether instances in it can have IPv6; v2 only.</summary>
    [JsonPropertyName("ipv6_enable")]
    public bool? Ipv6Supported { get; set; }

    /// <summary>The region it belongs to.</summary>
    [JsonIgnore]
    public string? RegionId { get; set; }

    /// <summary>Whether an instance can be created in it: not sold out, and resources are left as far as the service says.</summary>
    [JsonIgnore]
    public bool IsAvailable => SoldOut != true && HasResources != false;

    /// <summary>The id, so that a zone can be given wherever its id can.</summary>
    public override string ToString() => ZoneId ?? Code ?? string.Empty;
}
