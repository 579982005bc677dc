namespace HuaweiDms;

/// <summary>The time in which messages were produced.</summary>
/// <param name="Start">From when on.</param>
/// <param name="End">Until when.</param>
public readonly record struct MessagePeriod(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>The start as the service counts it; there were no messages before 1970.</summary>
    internal long StartMilliseconds => Math.Max(Start.ToUnixTimeMilliseconds(), 0);

    /// <summary>The end as the service counts it.</summary>
    internal long EndMilliseconds => Math.Max(End.ToUnixTimeMilliseconds(), 0);
}
