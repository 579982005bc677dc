namespace HuaweiDms;

/// <summary>The documented states of a consumer group (5.6.1), as Kafka spells them.</summary>
public static class ConsumerGroupState
{
    /// <summary>No member, and nothing is known of it; also what the service answers for a group that there is not.</summary>
    public const string Dead = "Dead";

    /// <summary>No member, but offsets.</summary>
    public const string Empty = "Empty";

    /// <summary>Members are joining or leaving.</summary>
    public const string PreparingRebalance = "PreparingRebalance";

    /// <summary>All have joined and wait for their partitions.</summary>
    public const string CompletingRebalance = "CompletingRebalance";

    /// <summary>Members are reading.</summary>
    public const string Stable = "Stable";

    private static readonly string[] All = [Dead, Empty, PreparingRebalance, CompletingRebalance, Stable];

    /// <summary>The service writes STABLE as well as Stable, and may put a line between the words.</summary>
    internal static string? Parse(string? text)
        => text is null ? null : Array.Find(All, state => string.Equals(state, text.Replace("_", string.Empty), StringComparison.OrdinalIgnoreCase)) ?? text;
}
