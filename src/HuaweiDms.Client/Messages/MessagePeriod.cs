namespace HuaweiDms;

/// <summary>The period in which messages were produced.</summary>
/// <param name="Start">The start of the period.</param>
/// <param name="End">The end of the period.</param>
public readonly record struct MessagePeriod(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>The start in epoch milliseconds; there were no messages before 1970.</summary>
    internal long StartMilliseconds => Math.Max(Start.ToUnixTimeMilliseconds(), 0);

    /// <summary>The end in epoch milliseconds.</summary>
    internal long EndMilliseconds => Math.Max(End.ToUnixTimeMilliseconds(), 0);
}
