using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A subject that was looked at, and what was found.</summary>
public sealed class DiagnosisItem
{
    /// <summary>The subject, such as <c>fetch_error</c>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The outcome: <c>normal</c>, <c>abnormal</c> or <c>failed</c>.</summary>
    [JsonPropertyName("result")]
    public string? Result { get; set; }

    /// <summary>Why it is not as it should be.</summary>
    [JsonPropertyName("cause_ids")]
    public DiagnosisConclusion[]? Causes { get; set; }

    /// <summary>What the service advises.</summary>
    [JsonPropertyName("advice_ids")]
    public DiagnosisConclusion[]? Advice { get; set; }

    /// <summary>The partitions concerned.</summary>
    [JsonPropertyName("partitions")]
    [JsonConverter(typeof(NumberedNamesConverter))]
    public int[]? Partitions { get; set; }

    /// <summary>The partitions that could not be diagnosed.</summary>
    [JsonPropertyName("failed_partitions")]
    [JsonConverter(typeof(NumberedNamesConverter))]
    public int[]? FailedPartitions { get; set; }

    /// <summary>The brokers concerned.</summary>
    [JsonPropertyName("broker_ids")]
    [JsonConverter(typeof(NumberedNamesConverter))]
    public int[]? BrokerIds { get; set; }

    /// <summary>What was found, in a sentence.</summary>
    [JsonIgnore]
    public string Message => DiagnosisText.Say(this);

    /// <summary>What usually helps; null where all is well or the subject is not known.</summary>
    [JsonIgnore]
    public string? Remedy => IsWell ? null : DiagnosisText.Remedy(Name);

    /// <summary>Whether all is well.</summary>
    [JsonIgnore]
    internal bool IsWell => string.Equals(Result, "normal", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it could not be found out.</summary>
    [JsonIgnore]
    internal bool IsUnknown => string.Equals(Result, "failed", StringComparison.OrdinalIgnoreCase);

    /// <summary>Subject and outcome.</summary>
    public override string ToString() => $"{Name}: {Result}";
}
