namespace HuaweiDms.PowerShell.Engine;

/// <summary>Which messages of a topic are to be deleted.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition; null for each of them.</param>
/// <param name="BeforeOffset">The first offset that stays; null deletes whatever there is now.</param>
internal sealed record ClearRequest(ItemReference Topic, int? Partition, long? BeforeOffset);

/// <summary>What is wished of one topic, and what it keeps.</summary>
/// <param name="Requests">The wishes.</param>
/// <param name="Partitions">All partitions of the topic.</param>
internal sealed record TopicClearing(IReadOnlyList<ClearRequest> Requests, IReadOnlyList<TopicPartition> Partitions);

/// <summary>Messages of one partition that are about to be deleted.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition.</param>
/// <param name="BeforeOffset">The first offset that stays.</param>
/// <param name="MessageCount">How many messages go.</param>
internal sealed record PartitionClearing(ItemReference Topic, int Partition, long BeforeOffset, long MessageCount)
{
    /// <summary>What happens, as -WhatIf says it.</summary>
    public string Action => $"Delete {Counted(MessageCount, "message")} before offset {BeforeOffset}";
}

/// <summary>Holds wishes against what partitions keep, before anything is deleted.</summary>
internal static class ClearPlan
{
    /// <summary>Wishes with those of the same topic, which share a request.</summary>
    public static IReadOnlyList<IReadOnlyList<ClearRequest>> ByTopic(IEnumerable<ClearRequest> requests)
        => [.. requests.GroupBy(request => request.Topic.Key).Select(topic => topic.ToList())];

    /// <summary>What is to be deleted, each partition once. One that keeps nothing before the offset is left out.</summary>
    /// <param name="topic">The wishes.</param>
    /// <param name="refuse">Takes the failure of a wish that cannot be granted.</param>
    public static IReadOnlyList<PartitionClearing> Of(TopicClearing topic, Action<Failure> refuse)
    {
        List<PartitionClearing> plan = [];
        foreach (ClearRequest request in topic.Requests)
        {
            TopicPartition[] meant = [.. topic.Partitions.Where(partition => request.Partition is null || request.Partition == partition.Partition)];
            if (meant.Length == 0 && request.Partition is not null)
                refuse(TopicPartitions.NoSuchPartition(request.Topic, request.Partition.Value, topic.Partitions.Count));
            foreach (TopicPartition partition in meant)
            {
                (long start, long end) = (partition.StartOffset ?? 0, partition.EndOffset ?? 0);
                long before = request.BeforeOffset ?? end;
                if (before > end)
                    refuse(Failures.InvalidArgument("BeforeOffset", before, Format(Text.ClearOffsetRule, $"{partition.Partition} of {request.Topic.Subject}", end)));
                else if (before > start)
                    plan.Add(new(request.Topic, partition.Partition ?? 0, before, before - start));
            }
        }
        return [.. plan.GroupBy(clearing => clearing.Partition).Select(same => same.OrderBy(clearing => clearing.BeforeOffset).Last())];
    }
}
