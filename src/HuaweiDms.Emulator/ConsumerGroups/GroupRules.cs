using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.ConsumerGroups;

/// <summary>Checks shared by the consumer group operations.</summary>
internal static class GroupRules
{
    private const int MaxPageSize = 50;

    /// <summary>The group in the path. Throws if it does not exist.</summary>
    public static ConsumerGroup Find(RequestContext context, KafkaInstance instance)
        => instance.FindConsumerGroup(context["group"]) ?? throw ServiceErrors.NoSuchGroup();

    /// <summary>
    /// The requested page of a list. An offset at or past the end is an error for members and topics, but not for groups and
    /// offsets.
    /// </summary>
    public static List<T> PageOf<T>(RequestContext context, List<T> all, bool refusesPastEnd = false)
        => Page.Of(context, all, MaxPageSize, refusesPastEnd ? ServiceErrors.InvalidParameter : null);
}
