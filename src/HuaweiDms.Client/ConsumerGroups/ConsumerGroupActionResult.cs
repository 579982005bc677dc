namespace HuaweiDms;

/// <summary>The result for one consumer group of a batch (5.6.3, 5.6.9).</summary>
public sealed class ConsumerGroupActionResult : ActionResult
{
    /// <summary>The name of the group.</summary>
    public string? ConsumerGroup { get; set; }

    private protected override string? Item => ConsumerGroup;
}
