using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Messages;

/// <summary>Chooses the partition of a message as Kafka's producer does: by the hash of the key, otherwise round-robin.</summary>
internal static class Partitioner
{
    /// <summary>The partition for a message that does not name one. Without a key, prefers partitions that have a leader.</summary>
    public static TopicPartition Choose(KafkaTopic topic, byte[]? key)
    {
        if (key is not null)
            return topic.Partitions[(Hash(key) & int.MaxValue) % topic.Partitions.Count];
        List<TopicPartition> open = topic.Partitions.FindAll(partition => partition.HasLeader);
        return RoundRobin(topic, open.Count > 0 ? open : topic.Partitions);
    }

    /// <summary>The 32-bit Murmur2 hash with Kafka's seed.</summary>
    public static int Hash(byte[] data)
    {
        unchecked
        {
            const uint Multiplier = 0x5bd1e995;
            uint hash = 0x9747b28c ^ (uint)data.Length;
            int place = 0;
            for (; place + 4 <= data.Length; place += 4)
            {
                uint word = (uint)(data[place] | (data[place + 1] << 8) | (data[place + 2] << 16) | (data[place + 3] << 24)) * Multiplier;
                hash = (hash * Multiplier) ^ ((word ^ (word >> 24)) * Multiplier);
            }
            if (place < data.Length)
            {
                for (int rest = data.Length - 1; rest >= place; rest--)
                    hash ^= (uint)data[rest] << (8 * (rest - place));
                hash *= Multiplier;
            }
            hash = (hash ^ (hash >> 13)) * Multiplier;
            return (int)(hash ^ (hash >> 15));
        }
    }

    /// <summary>Selects the next partition; the number of messages ever appended to the topic is the counter.</summary>
    private static TopicPartition RoundRobin(KafkaTopic topic, List<TopicPartition> partitions)
        => partitions[(int)(topic.Partitions.Sum(partition => partition.EndOffset) % partitions.Count)];
}
