namespace HuaweiDms;

/// <summary>The limits of an instance and their usage: partitions of topics (5.5.3) and Smart Connect tasks (5.3.4).</summary>
public sealed class InstanceLimits : InstanceResource
{
    /// <summary>The number of topics, including those that the service uses itself.</summary>
    public long? TopicCount { get; set; }

    /// <summary>The number of partitions that can still be created.</summary>
    public int? RemainingPartitions { get; set; }

    /// <summary>The maximum number of partitions of all topics together.</summary>
    public int? PartitionLimit { get; set; }

    /// <summary>The maximum number of partitions of one topic; null if the service does not report it, as in v1.0.</summary>
    public int? MaxPartitionsPerTopic { get; set; }

    /// <summary>The number of Smart Connect tasks; null if Smart Connect is off.</summary>
    public long? SmartConnectTaskCount { get; set; }

    /// <summary>The current maximum number of Smart Connect tasks; null if Smart Connect is off.</summary>
    public int? SmartConnectTaskLimit { get; set; }

    /// <summary>The highest value to which that maximum can be raised; null if Smart Connect is off.</summary>
    public int? LargestSmartConnectTaskLimit { get; set; }

    /// <summary>Returns the number of partitions left and the maximum.</summary>
    public override string ToString() => Format("{0} of {1:# partition|partitions} left", RemainingPartitions, PartitionLimit);

    /// <summary>Combines both; without task limits if Smart Connect is off.</summary>
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
