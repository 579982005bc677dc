using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>A lag diagnosis. Its findings describe the moment at which it started.</summary>
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

    /// <summary>The actual or expected end.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>The number of partitions with a lag.</summary>
    public int LaggingPartitions { get; set; }

    public List<DiagnosedItem> Items { get; set; } = [];
}
