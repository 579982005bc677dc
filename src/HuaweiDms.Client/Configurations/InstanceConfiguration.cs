using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>
/// The configuration of an instance, to be kept in a file, compared with an instance or applied to another one. A property that is null is
/// unspecified: it is neither compared nor changed.
/// </summary>
public sealed class InstanceConfiguration
{
    /// <summary>The newest version of the file format; version 2 adds the instance itself to the contents of version 1.</summary>
    public const int NewestVersion = 2;

    /// <summary>The version of the file format.</summary>
    public int Version { get; set; } = NewestVersion;

    /// <summary>The name of the instance that the configuration was read from; it does not restrict where it can be applied.</summary>
    public string? InstanceName { get; set; }

    /// <summary>The id of the instance that the configuration was read from.</summary>
    public string? InstanceId { get; set; }

    /// <summary>The Kafka version of that instance.</summary>
    public string? EngineVersion { get; set; }

    /// <summary>The properties of the instance itself.</summary>
    public ConfiguredInstance? Instance { get; set; }

    /// <summary>The settings of the instance and their values, by name.</summary>
    public IDictionary<string, object?>? Settings { get; set; }

    /// <summary>The topics and their permissions.</summary>
    public ConfiguredTopic[]? Topics { get; set; }

    /// <summary>The users.</summary>
    public ConfiguredUser[]? Users { get; set; }

    /// <summary>The client quotas.</summary>
    public ConfiguredQuota[]? Quotas { get; set; }

    /// <summary>The consumer groups.</summary>
    public ConfiguredGroup[]? ConsumerGroups { get; set; }

    /// <summary>The name of the connection through which the configuration was read; not part of a file.</summary>
    public string? Context { get; set; }

    /// <summary>Whether the instance has users and permissions at all.</summary>
    [JsonIgnore]
    internal bool HasUsers { get; set; }

    /// <summary>Parses the text of a file. Comments and trailing commas are allowed, unknown names are not.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="DmsException">The text is not a valid configuration.</exception>
    public static InstanceConfiguration Parse(string json) => ConfigurationFile.Read(json);

    /// <summary>
    /// Returns the text of a file. Equal instances give equal text, independent of the order in which the service lists things.
    /// </summary>
    public string ToJson() => ConfigurationFile.Write(this);

    /// <summary>Returns the changes that would make an instance match this configuration.</summary>
    /// <param name="actual">The configuration of the instance.</param>
    /// <param name="kinds">The kinds to compare; null for all.</param>
    public IReadOnlyList<ConfigurationDifference> Compare(InstanceConfiguration actual, IReadOnlyCollection<ConfigurationKind>? kinds = null)
        => new ConfigurationComparer(actual).Compare(this, kinds);

    /// <summary>Returns the kinds that the configuration contains.</summary>
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

    /// <summary>Returns the number of items of each kind.</summary>
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
