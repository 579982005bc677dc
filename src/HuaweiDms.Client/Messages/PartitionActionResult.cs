namespace HuaweiDms;

/// <summary>What became of the messages of one partition that were to be deleted (5.8.6).</summary>
public sealed class PartitionActionResult : ActionResult
{
    /// <summary>The topic.</summary>
    public string? Topic { get; set; }

    /// <summary>The partition.</summary>
    public int? Partition { get; set; }

    /// <summary>Messages before this offset were to go.</summary>
    public long? BeforeOffset { get; set; }

    /// <summary>How many messages that were, when it was looked; null where it was not looked.</summary>
    public long? MessageCount { get; set; }

    private protected override string? Item => $"{Topic}-{Partition} before {BeforeOffset}";
}
