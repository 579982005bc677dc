using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Topics;

/// <summary>Limits and checks shared by the topic operations.</summary>
internal static class TopicRules
{
    public const int MaxPartitions = 200;

    /// <summary>The instance in the path. Throws if it has no brokers yet.</summary>
    public static KafkaInstance FindInstance(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        return instance.Status is InstanceStatus.Creating or InstanceStatus.CreateFailed ? throw ServiceErrors.WrongState() : instance;
    }

    /// <summary>The instance in the path. Throws unless it is running.</summary>
    public static KafkaInstance FindRunning(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        InstanceEndpoints.RequireRunning(instance);
        return instance;
    }

    /// <summary>The topic in the path.</summary>
    public static KafkaTopic Find(RequestContext context, KafkaInstance instance)
        => instance.FindTopic(context["topic"]) ?? throw ServiceErrors.NoSuchTopic();

    /// <summary>The number of partitions that can still be created. Not counting system topics is a guess.</summary>
    public static int RemainingPartitions(KafkaInstance instance)
        => Math.Max(0, instance.PartitionLimit - instance.Topics.Where(topic => !topic.IsSystem).Sum(topic => topic.Partitions.Count));
}
