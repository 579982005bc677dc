using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>What the service looks at before it diagnoses why messages wait (5.11.1): one subject of a group and a topic.</summary>
public sealed class DiagnosisCheck : InstanceResource
{
    /// <summary>The consumer group.</summary>
    [JsonIgnore]
    public string? ConsumerGroup { get; set; }

    /// <summary>The topic it reads.</summary>
    [JsonIgnore]
    public string? Topic { get; set; }

    /// <summary>The subject: <c>RAM</c>, <c>CPU</c>, <c>SUBSCRIPTION</c>, <c>LAG</c> or <c>PRODUCE</c>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Whether all is well.</summary>
    [JsonPropertyName("success")]
    public bool? Passed { get; set; }

    /// <summary>The brokers concerned, for <c>RAM</c> and <c>CPU</c>; null for others.</summary>
    [JsonIgnore]
    public int[]? BrokerIds => Is("RAM") || Is("CPU") ? DiagnosisReason.Numbers(Reason) : null;

    /// <summary>The partitions concerned, for <c>SUBSCRIPTION</c> and <c>LAG</c>; null for others.</summary>
    [JsonIgnore]
    public int[]? Partitions
        => Is("SUBSCRIPTION") ? DiagnosisReason.Numbers(Reason) : Lags is { } lags ? [.. lags.Select(lag => lag.Partition)] : null;

    /// <summary>How many messages wait in each partition, for <c>LAG</c>; null for others.</summary>
    [JsonIgnore]
    public DiagnosisLag[]? Lags => Is("LAG") ? DiagnosisReason.Lags(Reason) : null;

    /// <summary>Bursts of what is produced, for <c>PRODUCE</c>; null for others.</summary>
    [JsonIgnore]
    public DiagnosisBurst[]? Bursts => Is("PRODUCE") ? DiagnosisReason.Bursts(Reason) : null;

    /// <summary>The same in a sentence.</summary>
    [JsonIgnore]
    public string? Message => DiagnosisText.Say(this);

    /// <summary>What usually helps; null where all is well or the subject is not known.</summary>
    [JsonIgnore]
    public string? Remedy => Passed == false ? DiagnosisText.Remedy(Name) : null;

    /// <summary>The reason as the service wrote it.</summary>
    [JsonPropertyName("reason")]
    [JsonConverter(typeof(UnfoldedTextConverter))]
    public string? Reason { get; set; }

    /// <summary>Subject and outcome.</summary>
    public override string ToString() => $"{Name}: {Message}";

    private bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
