namespace HuaweiDms;

/// <summary>The result for one partition whose messages were to be deleted (5.8.6).</summary>
public sealed class PartitionActionResult : ActionResult
{
    /// <summary>The name of the topic.</summary>
    public string? Topic { get; set; }

    /// <summary>The partition number.</summary>
    public int? Partition { get; set; }

    /// <summary>The offset before which messages are deleted.</summary>
    public long? BeforeOffset { get; set; }

    /// <summary>The number of these messages at the time of the check; null if it was not checked.</summary>
    public long? MessageCount { get; set; }

    private protected override string? Item => $"{Topic}-{Partition} before {BeforeOffset}";
}
