using System.Text;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Messages;

/// <summary>Finds messages within the service's limits for queries.</summary>
internal static class MessageSearch
{
    /// <summary>The maximum number of messages in a query over all partitions (user guide, message query).</summary>
    public const int MaxForAllPartitions = 500;

    /// <summary>The maximum number of messages that a keyword search scans (user guide, message query).</summary>
    public const int MaxScanned = 10_000;

    /// <summary>The maximum number of messages that a keyword search returns (user guide, message query).</summary>
    public const int MaxWithKeyword = 10;

    /// <summary>The maximum number of bytes that a keyword search scans; beyond it, the query is rejected.</summary>
    public const long MaxScannedBytes = 200L << 20;

    /// <summary>
    /// The messages of a time range, both ends included, in no particular order. Partitions without a leader cannot be read;
    /// skipping them silently is a guess.
    /// </summary>
    public static IEnumerable<FoundMessage> Between(KafkaTopic topic, IEnumerable<TopicPartition> partitions, DateTimeOffset start, DateTimeOffset end)
        => partitions.Where(partition => partition.HasLeader).SelectMany(partition => partition.Messages
            .Select((message, place) => new FoundMessage(topic, partition.Number, partition.StartOffset + place, message))
            .Where(found => found.Message.Time >= start && found.Message.Time <= end));

    /// <summary>Sorts by time, then by partition and offset.</summary>
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

    /// <summary>The first messages whose value contains the keyword.</summary>
    public static List<FoundMessage> WithKeyword(IEnumerable<FoundMessage> sorted, string keyword)
    {
        List<FoundMessage> found = [];
        long bytes = 0;
        foreach (FoundMessage candidate in sorted.Take(MaxScanned))
        {
            bytes += candidate.Message.Size;
            if (bytes > MaxScannedBytes)
                throw ServiceErrors.QueryTooLarge();
            if (Encoding.UTF8.GetString(candidate.Message.Value).Contains(keyword, StringComparison.Ordinal))
                found.Add(candidate);
            if (found.Count == MaxWithKeyword)
                break;
        }
        return found;
    }
}
