namespace HuaweiDms.Emulator.Tests.Model;

/// <summary>The expected state of an instance, reduced to the minimum.</summary>
internal sealed class ModelInstance
{
    public const string DefaultUser = "app-user";

    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Whether its deletion was accepted: it is in no list, and disappears some time later.</summary>
    public bool IsDeleted { get; set; }

    public int Brokers { get; set; } = 3;

    public int StorageGB { get; set; } = 900;

    /// <summary>Partitions and retention hours by topic.</summary>
    public Dictionary<string, (int Partitions, int Hours)> Topics { get; } = new(StringComparer.Ordinal);

    /// <summary>Topics whose replicas may be moving, until the next long wait.</summary>
    public HashSet<string> Moving { get; } = new(StringComparer.Ordinal);

    /// <summary>Descriptions by group.</summary>
    public Dictionary<string, string> Groups { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Users { get; } = new(StringComparer.Ordinal) { DefaultUser };

    /// <summary>The producer rate by user.</summary>
    public Dictionary<string, long> Quotas { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);
}
