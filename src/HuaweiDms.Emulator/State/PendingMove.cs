namespace HuaweiDms.Emulator.State;

/// <summary>Replicas of a topic that move to other brokers (5.2.8, 5.2.11).</summary>
internal sealed class PendingMove
{
    /// <summary>When the move starts; until then, it is only scheduled.</summary>
    public DateTimeOffset BeginsAt { get; set; }

    /// <summary>When the move completes.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The background task of the move.</summary>
    public string TaskId { get; set; } = string.Empty;

    public string Topic { get; set; } = string.Empty;

    /// <summary>The new brokers of each partition that moves, the leader first.</summary>
    public Dictionary<int, List<int>> Replicas { get; set; } = [];

    /// <summary>
    /// Completes the move. As in Kafka, it waits while a partition has no leader to copy from, or a target broker is down or
    /// behind.
    /// </summary>
    public bool TryApply(KafkaTopic topic, KafkaInstance instance)
    {
        List<TopicPartition> partitions = topic.Partitions.FindAll(partition => Replicas.ContainsKey(partition.Number));
        if (partitions.Exists(partition => !partition.HasLeader || Replicas[partition.Number].Exists(broker => !instance.IsUp(broker) || !partition.IsInSync(broker))))
            return false;
        foreach (TopicPartition partition in partitions)
        {
            partition.Replicas = [.. Replicas[partition.Number]];
            partition.Behind.Clear();
            Failover.Elect(partition, instance);
        }
        topic.ReplicationFactor = topic.Partitions[0].Replicas.Count;
        return true;
    }
}
