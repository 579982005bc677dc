namespace HuaweiDms;

/// <summary>What a topic holds and who reads it. A list does not tell of it, and its topics may be many: they do without.</summary>
internal sealed class TopicUsage
{
    public long? SizeBytes { get; init; }

    public long? MessageCount { get; init; }

    public DateTimeOffset? FirstMessageAt { get; init; }

    public DateTimeOffset? LastMessageAt { get; init; }

    public string[]? ConsumerGroups { get; init; }

    public long? ExpectedSizeBytes { get; init; }

    /// <summary>
    /// The size once the oldest messages are as old as they may become, if as much is written as until now; the size where they are that
    /// old already, or nothing is deleted by age.
    /// </summary>
    /// <param name="topic">The topic.</param>
    /// <param name="size">Its size.</param>
    /// <param name="first">When its oldest message was produced; null where it has none, or that is not known.</param>
    /// <param name="now">The time.</param>
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

    /// <summary>Kafka deletes unless it was told to compact.</summary>
    private static bool DeletesByAge(Topic topic)
        => !topic.Config.TryGetValue("cleanup.policy", out object? policy) || policy is not string text || text.Trim() is "" or "delete";
}
