using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Topics;

/// <summary>What topics may be, and in which instances they can be seen.</summary>
internal static class TopicRules
{
    public const int MostPartitions = 200;

    /// <summary>The instance of a path, if its brokers are there.</summary>
    public static KafkaInstance FindInstance(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        return instance.Status is InstanceStatus.Creating or InstanceStatus.CreateFailed ? throw ServiceErrors.WrongState() : instance;
    }

    /// <summary>The instance of a path, if it can be changed.</summary>
    public static KafkaInstance FindRunning(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        InstanceEndpoints.RequireRunning(instance);
        return instance;
    }

    /// <summary>The topic of a path.</summary>
    public static KafkaTopic Find(RequestContext context, KafkaInstance instance)
        => instance.FindTopic(context["topic"]) ?? throw ServiceErrors.NoSuchTopic();

    /// <summary>Partitions that an instance can still take. That the service's own topics do not count is a guess.</summary>
    public static int RemainingPartitions(KafkaInstance instance)
        => Math.Max(0, instance.PartitionLimit - instance.Topics.Where(topic => !topic.IsSystem).Sum(topic => topic.Partitions.Count));
}
