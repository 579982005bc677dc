namespace HuaweiDms;

/// <summary>The documented states of a consumer group (5.6.1), as Kafka spells them.</summary>
public static class ConsumerGroupState
{
    /// <summary>The group has no members and no metadata. The service also reports this state for a group that does not exist.</summary>
    public const string Dead = "Dead";

    /// <summary>The group has offsets but no members.</summary>
    public const string Empty = "Empty";

    /// <summary>Members are joining or leaving.</summary>
    public const string PreparingRebalance = "PreparingRebalance";

    /// <summary>All members have joined and wait for their partitions.</summary>
    public const string CompletingRebalance = "CompletingRebalance";

    /// <summary>Members are reading.</summary>
    public const string Stable = "Stable";

    private static readonly string[] All = [Dead, Empty, PreparingRebalance, CompletingRebalance, Stable];

    /// <summary>Normalizes the spelling: the service sends STABLE as well as Stable, and may put an underscore between words.</summary>
    internal static string? Parse(string? text)
        => text is null ? null : Array.Find(All, state => string.Equals(state, text.Replace("_", string.Empty), StringComparison.OrdinalIgnoreCase)) ?? text;
}
