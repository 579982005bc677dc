using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>An item of a diagnosis report and its findings.</summary>
internal sealed class DiagnosedItem
{
    /// <summary>The dimension: server, consumer or producer.</summary>
    public string Dimension { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    /// <summary>Whether the check itself failed.</summary>
    public bool IsFailed { get; set; }

    public List<DiagnosedCause> Causes { get; set; } = [];

    public List<int> Partitions { get; set; } = [];

    public List<int> FailedPartitions { get; set; } = [];

    public List<int> Brokers { get; set; } = [];

    [JsonIgnore]
    public string Result => IsFailed ? "failed" : Causes.Count > 0 ? "abnormal" : "normal";
}
