using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A check that precedes a diagnosis of consumer lag (5.11.1): one subject for a group and a topic.</summary>
public sealed class DiagnosisCheck : InstanceResource
{
    /// <summary>The name of the consumer group.</summary>
    [JsonIgnore]
    public string? ConsumerGroup { get; set; }

    /// <summary>A topic that the group reads.</summary>
    [JsonIgnore]
    public string? Topic { get; set; }

    /// <summary>The subject: <c>RAM</c>, <c>CPU</c>, <c>SUBSCRIPTION</c>, <c>LAG</c> or <c>PRODUCE</c>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Whether the check found no problem.</summary>
    [JsonPropertyName("success")]
    public bool? Passed { get; set; }

    /// <summary>The brokers concerned, for <c>RAM</c> and <c>CPU</c>; null for other subjects.</summary>
    [JsonIgnore]
    public int[]? BrokerIds => Is("RAM") || Is("CPU") ? DiagnosisReason.Numbers(Reason) : null;

    /// <summary>The partitions concerned, for <c>SUBSCRIPTION</c> and <c>LAG</c>; null for other subjects.</summary>
    [JsonIgnore]
    public int[]? Partitions
        => Is("SUBSCRIPTION") ? DiagnosisReason.Numbers(Reason) : Lags?.Select(lag => lag.Partition).ToArray();

    /// <summary>The lag of each partition, for <c>LAG</c>; null for other subjects.</summary>
    [JsonIgnore]
    public DiagnosisLag[]? Lags => Is("LAG") ? DiagnosisReason.Lags(Reason) : null;

    /// <summary>The bursts of producers, for <c>PRODUCE</c>; null for other subjects.</summary>
    [JsonIgnore]
    public DiagnosisBurst[]? Bursts => Is("PRODUCE") ? DiagnosisReason.Bursts(Reason) : null;

    /// <summary>The result as a sentence.</summary>
    [JsonIgnore]
    public string? Message => DiagnosisText.Describe(this);

    /// <summary>What usually helps; null if the check passed or the subject is unknown.</summary>
    [JsonIgnore]
    public string? Remedy => Passed == false ? DiagnosisText.Remedy(Name) : null;

    /// <summary>The reason, as the service wrote it.</summary>
    [JsonPropertyName("reason")]
    [JsonConverter(typeof(UnfoldedTextConverter))]
    public string? Reason { get; set; }

    /// <summary>Returns the subject and the result.</summary>
    public override string ToString() => $"{Name}: {Message}";

    private bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
