using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.ConsumerGroups;

/// <summary>What the operations on consumer groups ask for first.</summary>
internal static class GroupRules
{
    private const int LargestPage = 50;

    /// <summary>The group of a path; one that there is not is refused.</summary>
    public static ConsumerGroup Find(RequestContext context, KafkaInstance instance)
        => instance.FindConsumerGroup(context["group"]) ?? throw ServiceErrors.NoSuchGroup();

    /// <summary>The part of a list that is asked for. Members and topics are refused at or past the end; groups and offsets are not.</summary>
    public static List<T> PageOf<T>(RequestContext context, List<T> all, bool refusesPastEnd = false)
        => Page.Of(context, all, LargestPage, refusesPastEnd ? ServiceErrors.InvalidParameter : null);
}
