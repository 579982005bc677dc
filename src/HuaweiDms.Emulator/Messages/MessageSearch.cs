using System.Text;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Messages;

/// <summary>Finds messages, within the limits that the service sets to a query.</summary>
internal static class MessageSearch
{
    /// <summary>The most messages that a query over all partitions answers (user guide, message query).</summary>
    public const int MostOfAllPartitions = 500;

    /// <summary>The most messages a keyword is looked for in, and the most that are answered (user guide, message query).</summary>
    public const int MostScanned = 10_000;

    public const int MostWithKeyword = 10;

    /// <summary>The most bytes a keyword is looked for in; a query that would need more is refused.</summary>
    public const long MostScannedBytes = 200L << 20;

    /// <summary>What was appended in a time, both ends included, in no order. What has no leader cannot be read, and that nothing is said of it is a guess.</summary>
    public static IEnumerable<FoundMessage> Between(KafkaTopic topic, IEnumerable<TopicPartition> partitions, DateTimeOffset start, DateTimeOffset end)
        => partitions.Where(partition => partition.HasLeader).SelectMany(partition => partition.Messages
            .Select((message, place) => new FoundMessage(topic, partition.Number, partition.StartOffset + place, message))
            .Where(found => found.Message.Time >= start && found.Message.Time <= end));

    /// <summary>By time; those of one moment in the order of partition and offset.</summary>
    public static List<FoundMessage> Sort(IEnumerable<FoundMessage> messages, bool isAscending)
    {
        List<FoundMessage> sorted =
        [
            .. messages.OrderBy(found => found.Message.Time).ThenBy(found => found.Partition).ThenBy(found => found.Offset),
        ];
        if (!isAscending)
            sorted.Reverse();
        return sorted;
    }

    /// <summary>The first ones whose value has the keyword.</summary>
    public static List<FoundMessage> WithKeyword(IEnumerable<FoundMessage> sorted, string keyword)
    {
        List<FoundMessage> found = [];
        long bytes = 0;
        foreach (FoundMessage candidate in sorted.Take(MostScanned))
        {
            bytes += candidate.Message.Size;
            if (bytes > MostScannedBytes)
                throw ServiceErrors.QueryTooLarge();
            if (Encoding.UTF8.GetString(candidate.Message.Value).Contains(keyword, StringComparison.Ordinal))
                found.Add(candidate);
            if (found.Count == MostWithKeyword)
                break;
        }
        return found;
    }
}
