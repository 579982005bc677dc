namespace HuaweiDms;

/// <summary>
/// The settings of a topic, by name. As text they read <c>max.message.bytes=10485760;message.timestamp.type=LogAppendTime</c>, so that a
/// table or a CSV file can show them.
/// </summary>
#pragma warning disable CA1710 // See its base.
public sealed class TopicConfigs : NamedValues<object?>
#pragma warning restore CA1710
{
    internal TopicConfigs()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    internal static TopicConfigs Of(IEnumerable<TopicConfig?>? items)
    {
        TopicConfigs configs = [];
        foreach (TopicConfig item in (items ?? []).OfType<TopicConfig>())
        {
            if (item.Name is not null)
                configs[item.Name] = item.Value;
        }
        return configs;
    }
}
