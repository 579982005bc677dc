using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HuaweiDms;

/// <summary>Reads and writes configurations as JSON files that people read, edit and keep under version control.</summary>
internal static class ConfigurationFile
{
    /// <summary>Topic names and descriptions stay readable; no browser displays this text.</summary>
    private static readonly JsonSerializerOptions Options = new(ConfigurationJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonTypeInfo<InstanceConfiguration> Type => (JsonTypeInfo<InstanceConfiguration>)Options.GetTypeInfo(typeof(InstanceConfiguration));

    /// <summary>Parses a configuration.</summary>
    /// <param name="json">The text.</param>
    /// <param name="hasLines">Whether the caller can see the lines of the text, so that errors name them.</param>
    /// <exception cref="DmsException">The text is not a valid configuration.</exception>
    public static InstanceConfiguration Read(string json, bool hasLines = true)
    {
        InstanceConfiguration? configuration;
        try
        {
            configuration = JsonSerializer.Deserialize(json, Type);
        }
        catch (JsonException wrong)
        {
            throw Mistake(wrong, json, hasLines ? wrong.LineNumber + 1 : null);
        }
        if (configuration is null)
            throw DmsErrors.ConfigurationEmpty();
        if (RepeatedFields.Find(json, new() { AllowTrailingCommas = Options.AllowTrailingCommas, CommentHandling = Options.ReadCommentHandling }) is { } repeated)
            throw DmsErrors.ConfigurationFieldTwice(hasLines ? repeated.Line : null, repeated.Name);
        configuration.Context = null;
        Check(configuration);
        return configuration;
    }

    public static string Write(InstanceConfiguration configuration)
    {
        InstanceConfiguration sorted = new()
        {
            Version = configuration.Version,
            InstanceName = configuration.InstanceName,
            InstanceId = configuration.InstanceId,
            EngineVersion = configuration.EngineVersion,
            Instance = Sort(configuration.Instance),
            Settings = Sort(configuration.Settings),
            Topics = Sort(configuration.Topics?.Select(Sort), topic => topic.Name),
            Users = Sort(configuration.Users, user => user.UserName),
            Quotas = Sort(configuration.Quotas, quota => quota.ToQuota().ToString()),
            ConsumerGroups = Sort(configuration.ConsumerGroups, group => group.Name),
        };
        // Writes the same file on every operating system.
        return JsonSerializer.Serialize(sorted, Type).Replace("\r\n", "\n") + "\n";
    }

    /// <summary>Checks that every item has a name and that no name repeats.</summary>
    /// <exception cref="DmsException">An item has no name, or two have the same.</exception>
    public static void Check(InstanceConfiguration configuration)
    {
        if (configuration.Version is < 1 or > InstanceConfiguration.NewestVersion)
            throw DmsErrors.ConfigurationVersion(configuration.Version);
        Check(nameof(configuration.Topics), configuration.Topics, topic => topic?.Name);
        Check(nameof(configuration.Users), configuration.Users, user => user?.UserName);
        Check(nameof(configuration.Quotas), configuration.Quotas, quota => quota?.ToQuota().ToString());
        Check(nameof(configuration.ConsumerGroups), configuration.ConsumerGroups, group => group?.Name);
    }

    private static void Check<T>(string list, T[]? items, Func<T, string?> key)
    {
        if (items is null)
            return;
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int index = 0; index < items.Length; index++)
        {
            string? name = key(items[index]);
            if (string.IsNullOrEmpty(name))
                throw DmsErrors.ConfigurationNameless(list, index);
            if (!names.Add(name!))
                throw DmsErrors.ConfigurationTwice(list, name!);
        }
    }

    private static ConfiguredInstance? Sort(ConfiguredInstance? instance) => instance is null ? null : new()
    {
        RetentionPolicy = instance.RetentionPolicy,
        AutoTopicEnabled = instance.AutoTopicEnabled,
        MaintenanceBegin = instance.MaintenanceBegin,
        MaintenanceEnd = instance.MaintenanceEnd,
        Description = instance.Description,
        Tags = Sort(instance.Tags),
        EngineVersion = instance.EngineVersion,
        ProductId = instance.ProductId,
        BrokerCount = instance.BrokerCount,
        StorageSpaceGB = instance.StorageSpaceGB,
        AccessModes = Sort(instance.AccessModes, mode => mode),
    };

    private static ConfiguredTopic Sort(ConfiguredTopic topic) => new()
    {
        Name = topic.Name,
        PartitionCount = topic.PartitionCount,
        ReplicationFactor = topic.ReplicationFactor,
        RetentionHours = topic.RetentionHours,
        SyncReplication = topic.SyncReplication,
        SyncFlush = topic.SyncFlush,
        Config = Sort(topic.Config),
        Description = topic.Description,
        Access = topic.Access is null ? null : new SortedDictionary<string, string>(topic.Access, StringComparer.Ordinal),
    };

    private static T[]? Sort<T>(IEnumerable<T>? items, Func<T, string?> key) => items is null ? null : [.. items.OrderBy(key, StringComparer.Ordinal)];

    private static SortedDictionary<string, object?>? Sort(IDictionary<string, object?>? values)
    {
        if (values is null)
            return null;
        SortedDictionary<string, object?> sorted = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, object?> value in values)
            sorted[value.Key] = ConfigValue.Plain(value.Value);
        return sorted;
    }

    /// <summary>
    /// Creates the exception for an error, with the line number as an editor counts it. If the text is not JSON, the inner exception is
    /// another JsonException.
    /// </summary>
    private static DmsException Mistake(JsonException wrong, string json, long? line)
        => wrong.Path is { Length: > 2 } path && wrong.InnerException is not JsonException
            ? ConfigurationMistake.Find(path, json, Type, line)
            : DmsErrors.ConfigurationNoJson(line);
}
