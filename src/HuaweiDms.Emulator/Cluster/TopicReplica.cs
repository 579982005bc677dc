namespace HuaweiDms.Emulator.Cluster;

/// <summary>A replica of a partition on a broker.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition's number.</param>
/// <param name="Broker">The broker that stores it.</param>
/// <param name="Bytes">The space it takes on the broker's disk.</param>
internal sealed record TopicReplica(string Topic, int Partition, int Broker, long Bytes);
