using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Messages;

/// <summary>Which partition a message goes to, as Kafka's own producer chooses it: by the hash of the key, else each in turn.</summary>
internal static class Partitioner
{
    /// <summary>The partition of a message that names none. Without a key it goes to one that has a leader, if any has.</summary>
    public static TopicPartition Choose(KafkaTopic topic, byte[]? key)
    {
        if (key is not null)
            return topic.Partitions[(Hash(key) & int.MaxValue) % topic.Partitions.Count];
        List<TopicPartition> open = topic.Partitions.FindAll(partition => partition.HasLeader);
        return Turn(topic, open.Count > 0 ? open : topic.Partitions);
    }

    /// <summary>Murmur2 with 32 bits, with the seed that Kafka gives it.</summary>
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

    /// <summary>Every message ever appended to the topic is one turn.</summary>
    private static TopicPartition Turn(KafkaTopic topic, List<TopicPartition> partitions)
        => partitions[(int)(topic.Partitions.Sum(partition => partition.EndOffset) % partitions.Count)];
}
