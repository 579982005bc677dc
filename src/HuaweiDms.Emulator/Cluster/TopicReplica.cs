namespace HuaweiDms.Emulator.Cluster;

/// <summary>What a broker keeps of a partition.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition's number.</param>
/// <param name="Broker">The broker that keeps it.</param>
/// <param name="Bytes">The space it takes on the broker's disk.</param>
internal sealed record TopicReplica(string Topic, int Partition, int Broker, long Bytes);
