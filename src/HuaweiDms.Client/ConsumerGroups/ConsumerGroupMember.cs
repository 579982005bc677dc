using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A consumer that is in its group now (5.6.1, 5.6.12).</summary>
public sealed class ConsumerGroupMember : ConsumerGroupResource
{
    /// <summary>The id that the coordinator gave it.</summary>
    [JsonPropertyName("member_id")]
    public string? MemberId { get; set; }

    /// <summary>What it calls itself.</summary>
    [JsonPropertyName("client_id")]
    public string? ClientId { get; set; }

    /// <summary>Its address; the service writes a slash before it, which is left out here.</summary>
    [JsonPropertyName("host")]
    public string? Host { get; set => field = value?.TrimStart('/'); }

    /// <summary>What it reads; null where the service did not say.</summary>
    [JsonPropertyName("assignment")]
    public MemberAssignment[]? Assignments { get; set; }

    /// <summary>Client and address.</summary>
    public override string ToString() => Host is null ? ClientId ?? MemberId ?? string.Empty : $"{ClientId ?? MemberId} at {Host}";
}
