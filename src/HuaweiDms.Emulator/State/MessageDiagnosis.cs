using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>A diagnosis of why messages wait. What it found was true when it began.</summary>
internal sealed class MessageDiagnosis
{
    public const string Diagnosing = "diagnosing";
    public const string Finished = "finished";

    public string Id { get; set; } = string.Empty;

    public string Group { get; set; } = string.Empty;

    public string Topic { get; set; } = string.Empty;

    public Lifecycle Lifecycle { get; set; } = new();

    [JsonIgnore]
    public string Status => Lifecycle.Status;

    public DateTimeOffset BeginsAt { get; set; }

    /// <summary>When it ends, or ended.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>In how many partitions messages wait.</summary>
    public int LaggingPartitions { get; set; }

    public List<DiagnosedItem> Items { get; set; } = [];
}
