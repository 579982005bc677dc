namespace HuaweiDms.Emulator.State;

/// <summary>Replicas of a topic on their way to other brokers (5.2.8, 5.2.11).</summary>
internal sealed class PendingMove
{
    /// <summary>When they arrive.</summary>
    public DateTimeOffset At { get; set; }

    public string Topic { get; set; } = "";

    /// <summary>The brokers of each partition that moves, the leader first.</summary>
    public Dictionary<int, List<int>> Replicas { get; set; } = [];

    public void Apply(KafkaTopic topic)
    {
        foreach (KeyValuePair<int, List<int>> move in Replicas)
        {
            if (topic.FindPartition(move.Key) is { } partition)
                partition.Replicas = [.. move.Value];
        }

        topic.ReplicationFactor = topic.Partitions[0].Replicas.Count;
    }
}
