namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// The types of objects that stand for a whole topic, consumer group or user. Any other object with such a name describes a part of it,
/// such as a message or the permission of a user, or how it relates to something else.
/// </summary>
internal static class WholeItem
{
    private static readonly Dictionary<string, HashSet<Type>> Types = new(StringComparer.Ordinal)
    {
        ["topic"] = [typeof(Topic), typeof(TopicActionResult), typeof(TopicDiskUsage), typeof(MetricTopic)],
        ["consumer group"] = [typeof(ConsumerGroup), typeof(ConsumerGroupActionResult), typeof(ConsumerLagSummary), typeof(MetricConsumerGroup)],
        ["user"] = [typeof(InstanceUser), typeof(UserActionResult)],
    };

    /// <summary>
    /// The kind of an object that does not stand for the whole item, such as "topic partition"; null if it does, or if that is unknown, as
    /// for a row of a file.
    /// </summary>
    /// <param name="item">The object.</param>
    /// <param name="noun">What the whole item is.</param>
    public static string? PartOf(ContainedItem item, string noun)
        => item.Type is { } type && Types.TryGetValue(noun, out HashSet<Type>? whole) && !whole.Contains(type) ? Words(type.Name) : null;

    private static string Words(string name)
        => string.Concat(name.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
