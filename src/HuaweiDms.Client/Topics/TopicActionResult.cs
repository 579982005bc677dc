namespace HuaweiDms;

/// <summary>The result for one topic of a batch (5.5.4, 5.5.5, 7.1.1.9).</summary>
public sealed class TopicActionResult : ActionResult
{
    /// <summary>The name of the topic.</summary>
    public string? Topic { get; set; }

    private protected override string? Item => Topic;
}
