namespace HuaweiDms.PowerShell.Engine;

/// <summary>The messages of a topic to delete.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition; null for all partitions.</param>
/// <param name="BeforeOffset">The first offset to keep; null deletes all current messages.</param>
internal sealed record ClearRequest(ItemReference Topic, int? Partition, long? BeforeOffset);

/// <summary>The requests for one topic, and its partitions.</summary>
/// <param name="Requests">The requests.</param>
/// <param name="Partitions">All partitions of the topic.</param>
internal sealed record TopicClearing(IReadOnlyList<ClearRequest> Requests, IReadOnlyList<TopicPartition> Partitions);

/// <summary>Messages of one partition to delete.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition.</param>
/// <param name="BeforeOffset">The first offset to keep.</param>
/// <param name="MessageCount">How many messages go.</param>
internal sealed record PartitionClearing(ItemReference Topic, int Partition, long BeforeOffset, long MessageCount)
{
    /// <summary>The description of the change for -WhatIf.</summary>
    public string Action => $"Delete {Counted(MessageCount, "message")} before offset {BeforeOffset}";
}

/// <summary>Checks requests against the contents of partitions before anything is deleted.</summary>
internal static class ClearPlan
{
    /// <summary>Groups requests by topic, because a topic takes one request.</summary>
    public static IReadOnlyList<IReadOnlyList<ClearRequest>> ByTopic(IEnumerable<ClearRequest> requests)
        => [.. requests.GroupBy(request => request.Topic.Key).Select(topic => topic.ToList())];

    /// <summary>Plans the deletions, each partition once. A partition with nothing before the offset is omitted.</summary>
    /// <param name="topic">The requests for one topic.</param>
    /// <param name="refuse">Receives the failure of a request that is not possible.</param>
    public static IReadOnlyList<PartitionClearing> Of(TopicClearing topic, Action<Failure> refuse)
    {
        List<PartitionClearing> plan = [];
        foreach (ClearRequest request in topic.Requests)
        {
            TopicPartition[] selected = [.. topic.Partitions.Where(partition => request.Partition is null || request.Partition == partition.Partition)];
            if (selected.Length == 0 && request.Partition is not null)
                refuse(TopicPartitions.NoSuchPartition(request.Topic, request.Partition.Value, topic.Partitions.Count));
            foreach (TopicPartition partition in selected)
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
