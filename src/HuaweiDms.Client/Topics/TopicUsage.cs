namespace HuaweiDms;

/// <summary>The usage of a topic. Lists do not contain it; a separate object keeps the topics of long lists small.</summary>
internal sealed class TopicUsage
{
    public long? SizeBytes { get; init; }

    public long? MessageCount { get; init; }

    public DateTimeOffset? FirstMessageAt { get; init; }

    public DateTimeOffset? LastMessageAt { get; init; }

    public string[]? ConsumerGroups { get; init; }

    public long? ExpectedSizeBytes { get; init; }

    /// <summary>
    /// Returns the expected size when the oldest messages reach the retention time, at the same write rate as before; the current size if
    /// they have reached it or nothing is deleted by age.
    /// </summary>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="size">Its current size in bytes.</param>
    /// <param name="first">The time when its oldest message was produced; null if there is none or it is unknown.</param>
    /// <param name="now">The current time.</param>
    public static long? Expect(Topic topic, long? size, DateTimeOffset? first, DateTimeOffset now)
    {
        if (size is not { } bytes || first is not { } oldest || topic.RetentionHours is not { } hours || !DeletesByAge(topic))
            return size;
        double age = (now - oldest).Ticks;
        double retention = (double)hours * TimeSpan.TicksPerHour;
        if (age <= 0 || age >= retention)
            return size;
        double expected = retention / age * bytes;
        return expected >= long.MaxValue ? long.MaxValue : (long)Math.Round(expected);
    }

    /// <summary>The default cleanup policy of Kafka is delete.</summary>
    private static bool DeletesByAge(Topic topic)
        => !topic.Config.TryGetValue("cleanup.policy", out object? policy) || policy is not string text || text.Trim() is "" or "delete";
}
