using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A current member of a consumer group (5.6.1, 5.6.12).</summary>
public sealed class ConsumerGroupMember : ConsumerGroupResource
{
    /// <summary>The member id, which the coordinator assigns.</summary>
    [JsonPropertyName("member_id")]
    public string? MemberId { get; set; }

    /// <summary>The client id, which the consumer chooses.</summary>
    [JsonPropertyName("client_id")]
    public string? ClientId { get; set; }

    /// <summary>The address of the client, without the leading slash that the service sends.</summary>
    [JsonPropertyName("host")]
    public string? Host { get; set => field = value?.TrimStart('/'); }

    /// <summary>The partitions that it reads; null if the service did not say.</summary>
    [JsonPropertyName("assignment")]
    public MemberAssignment[]? Assignments { get; set; }

    /// <summary>Returns the client and its address.</summary>
    public override string ToString() => Host is null ? ClientId ?? MemberId ?? string.Empty : $"{ClientId ?? MemberId} at {Host}";
}
