namespace HuaweiDms.PowerShell.Engine;

/// <summary>Describes how an existing topic differs from the requested one.</summary>
internal static class TopicDifference
{
    /// <summary>The differences as text; null if there are none.</summary>
    public static string? Describe(Topic topic, TopicRequest request, IDictionary<string, string> configs)
    {
        List<string> differences = [];
        void Compare(string name, object? present, object? wished)
        {
            if (wished is not null && !Equals(present, wished))
                differences.Add(Format("{0} is {1}, not {2}", name, present ?? "-", wished));
        }
        Compare("PartitionCount", topic.PartitionCount, request.PartitionCount?.Value);
        Compare("ReplicationFactor", topic.ReplicationFactor, request.ReplicationFactor?.Value);
        Compare("RetentionHours", topic.RetentionHours, request.RetentionHours?.Value);
        Compare("SyncReplication", topic.SyncReplication, request.SyncReplication?.Value);
        Compare("SyncFlush", topic.SyncFlush, request.SyncFlush?.Value);
        Compare("Description", topic.Description, request.Description);
        foreach (KeyValuePair<string, string> config in configs)
            Compare(config.Key, topic.ConfigDetails?.FirstOrDefault(item => item.Name == config.Key)?.ValueText, config.Value);
        return differences.Count == 0 ? null : string.Join("; ", differences);
    }
}
