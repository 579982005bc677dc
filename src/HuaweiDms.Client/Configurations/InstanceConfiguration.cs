using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>
/// What somebody has made of an instance, to be kept in a file, held against an instance or given to another one. What is null
/// is not said: it is neither compared nor changed.
/// </summary>
public sealed class InstanceConfiguration
{
    /// <summary>The newest form of the file; 2 has the instance itself beside what 1 has.</summary>
    public const int NewestVersion = 2;

    /// <summary>The form of the file.</summary>
    public int Version { get; set; } = NewestVersion;

    /// <summary>What the instance is called that it was read from; it says nothing of where it may go.</summary>
    public string? InstanceName { get; set; }

    /// <summary>The instance that it was read from.</summary>
    public string? InstanceId { get; set; }

    /// <summary>The version of Kafka there.</summary>
    public string? EngineVersion { get; set; }

    /// <summary>The instance itself.</summary>
    public ConfiguredInstance? Instance { get; set; }

    /// <summary>Settings of the instance and their values, by name.</summary>
    public IDictionary<string, object?>? Settings { get; set; }

    /// <summary>Topics, and who may do what with them.</summary>
    public ConfiguredTopic[]? Topics { get; set; }

    /// <summary>Users.</summary>
    public ConfiguredUser[]? Users { get; set; }

    /// <summary>Quotas of users and clients.</summary>
    public ConfiguredQuota[]? Quotas { get; set; }

    /// <summary>Consumer groups.</summary>
    public ConfiguredGroup[]? ConsumerGroups { get; set; }

    /// <summary>The name of the connection that it was read through; a file says nothing of it.</summary>
    public string? Context { get; set; }

    /// <summary>Whether the instance has users and permissions at all.</summary>
    [JsonIgnore]
    internal bool HasUsers { get; set; }

    /// <summary>Reads the text of a file. Comments and commas too many are no mistakes, names that nobody knows are.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="DmsException">It is none.</exception>
    public static InstanceConfiguration Parse(string json) => ConfigurationFile.Read(json);

    /// <summary>The text of a file. Two instances that are the same give the same text, whatever the order in which the service tells.</summary>
    public string ToJson() => ConfigurationFile.Write(this);

    /// <summary>What would have to happen to an instance for it to be like this.</summary>
    /// <param name="actual">How the instance is.</param>
    /// <param name="kinds">What to compare; null for everything.</param>
    public IReadOnlyList<ConfigurationDifference> Compare(InstanceConfiguration actual, IReadOnlyCollection<ConfigurationKind>? kinds = null)
        => new ConfigurationComparer(actual).Compare(this, kinds);

    /// <summary>The kinds that it contains anything of.</summary>
    internal IReadOnlyCollection<ConfigurationKind> Kinds()
    {
        (ConfigurationKind Kind, bool IsContained)[] kinds =
        [
            (ConfigurationKind.Instance, Instance is not null),
            (ConfigurationKind.Setting, Settings is not null),
            (ConfigurationKind.Topic, Topics is not null),
            (ConfigurationKind.User, Users is not null),
            (ConfigurationKind.AccessPolicy, Topics?.Any(topic => topic?.Access is not null) == true),
            (ConfigurationKind.Quota, Quotas is not null),
            (ConfigurationKind.ConsumerGroup, ConsumerGroups is not null),
        ];
        return [.. kinds.Where(kind => kind.IsContained).Select(kind => kind.Kind)];
    }

    /// <summary>How much of what it holds.</summary>
    public override string ToString()
    {
        (string Noun, int? Count)[] parts =
        [
            ("settings", Settings?.Count), ("topics", Topics?.Length), ("users", Users?.Length), ("quotas", Quotas?.Length),
            ("consumer groups", ConsumerGroups?.Length),
        ];
        return string.Join(", ", parts.Where(part => part.Count is not null).Select(part => FormattableString.Invariant($"{part.Count} {part.Noun}")));
    }
}
