using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>One subject of a diagnosis and its result.</summary>
public sealed class DiagnosisItem
{
    /// <summary>The subject, such as <c>fetch_error</c>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The result: <c>normal</c>, <c>abnormal</c> or <c>failed</c>.</summary>
    [JsonPropertyName("result")]
    public string? Result { get; set; }

    /// <summary>The causes of the problem.</summary>
    [JsonPropertyName("cause_ids")]
    public DiagnosisConclusion[]? Causes { get; set; }

    /// <summary>The advice of the service.</summary>
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

    /// <summary>The result as a sentence.</summary>
    [JsonIgnore]
    public string Message => DiagnosisText.Describe(this);

    /// <summary>What usually helps; null if there is no problem or the subject is unknown.</summary>
    [JsonIgnore]
    public string? Remedy => IsWell ? null : DiagnosisText.Remedy(Name);

    /// <summary>Whether there is no problem.</summary>
    [JsonIgnore]
    internal bool IsWell => string.Equals(Result, "normal", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the diagnosis failed.</summary>
    [JsonIgnore]
    internal bool IsUnknown => string.Equals(Result, "failed", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the subject and the result.</summary>
    public override string ToString() => $"{Name}: {Result}";
}
