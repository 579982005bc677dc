namespace HuaweiDms;

/// <summary>What an instance holds and can still take: partitions of topics (5.5.3), and Smart Connect tasks (5.3.4).</summary>
public sealed class InstanceLimits : InstanceResource
{
    /// <summary>The number of topics, the service's own included.</summary>
    public long? TopicCount { get; set; }

    /// <summary>Partitions that can still be made.</summary>
    public int? RemainingPartitions { get; set; }

    /// <summary>The most partitions of all topics together.</summary>
    public int? PartitionLimit { get; set; }

    /// <summary>The most partitions of one topic; null where the service does not say, as v1.0.</summary>
    public int? MaxPartitionsPerTopic { get; set; }

    /// <summary>The number of Smart Connect tasks; null where Smart Connect is off.</summary>
    public long? SmartConnectTaskCount { get; set; }

    /// <summary>How many Smart Connect tasks there may be; null where Smart Connect is off.</summary>
    public int? SmartConnectTaskLimit { get; set; }

    /// <summary>The most that this number may become; null where Smart Connect is off.</summary>
    public int? LargestSmartConnectTaskLimit { get; set; }

    /// <summary>Partitions left, of how many.</summary>
    public override string ToString() => Format("{0} of {1:# partition|partitions} left", RemainingPartitions, PartitionLimit);

    /// <summary>Both together; without tasks where Smart Connect is off.</summary>
    internal static InstanceLimits Of(TopicLimits topics, SmartConnectLimits? tasks)
        => new()
        {
            Context = topics.Context,
            InstanceId = topics.InstanceId,
            Instance = topics.Instance,
            TopicCount = topics.TopicCount,
            RemainingPartitions = topics.RemainingPartitions,
            PartitionLimit = topics.PartitionLimit,
            MaxPartitionsPerTopic = topics.MaxPartitionsPerTopic,
            SmartConnectTaskCount = tasks?.TaskCount,
            SmartConnectTaskLimit = tasks?.TaskLimit,
            LargestSmartConnectTaskLimit = tasks?.LargestTaskLimit,
        };
}
