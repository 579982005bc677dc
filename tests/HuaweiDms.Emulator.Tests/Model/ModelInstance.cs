namespace HuaweiDms.Emulator.Tests.Model;

/// <summary>What an instance has to have, as little as can be said of it.</summary>
internal sealed class ModelInstance
{
    public const string DefaultUser = "app-user";

    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Whether its deletion was accepted: it is in no list, and some time later it is gone.</summary>
    public bool IsDeleted { get; set; }

    public int Brokers { get; set; } = 3;

    public int StorageGB { get; set; } = 900;

    /// <summary>Partitions and hours of retention by topic.</summary>
    public Dictionary<string, (int Partitions, int Hours)> Topics { get; } = new(StringComparer.Ordinal);

    /// <summary>Topics whose replicas may be on their way, until the next long wait.</summary>
    public HashSet<string> Moving { get; } = new(StringComparer.Ordinal);

    /// <summary>Descriptions by group.</summary>
    public Dictionary<string, string> Groups { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Users { get; } = new(StringComparer.Ordinal) { DefaultUser };

    /// <summary>The rate of producers by user.</summary>
    public Dictionary<string, long> Quotas { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);
}
