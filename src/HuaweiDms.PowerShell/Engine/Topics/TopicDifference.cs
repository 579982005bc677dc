namespace HuaweiDms.PowerShell.Engine;

/// <summary>Tells in what a topic that is there already differs from what was wished.</summary>
internal static class TopicDifference
{
    /// <summary>The differences in words; null where there are none.</summary>
    public static string? Say(Topic topic, TopicWish wish, IDictionary<string, string> configs)
    {
        List<string> differences = [];
        void Compare(string name, object? present, object? wished)
        {
            if (wished is not null && !Equals(present, wished))
                differences.Add(Format("{0} is {1}, not {2}", name, present ?? "-", wished));
        }
        Compare("PartitionCount", topic.PartitionCount, wish.PartitionCount?.Value);
        Compare("ReplicationFactor", topic.ReplicationFactor, wish.ReplicationFactor?.Value);
        Compare("RetentionHours", topic.RetentionHours, wish.RetentionHours?.Value);
        Compare("SyncReplication", topic.SyncReplication, wish.SyncReplication?.Value);
        Compare("SyncFlush", topic.SyncFlush, wish.SyncFlush?.Value);
        Compare("Description", topic.Description, wish.Description);
        foreach (KeyValuePair<string, string> config in configs)
            Compare(config.Key, topic.ConfigDetails?.FirstOrDefault(item => item.Name == config.Key)?.ValueText, config.Value);
        return differences.Count == 0 ? null : string.Join("; ", differences);
    }
}
