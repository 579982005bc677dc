using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HuaweiDms;

/// <summary>Configurations of instances as files: JSON that people read, change and keep under version control.</summary>
internal static class ConfigurationFile
{
    /// <summary>Names of topics and their descriptions are to be read as they are, and nothing of it is shown by a browser.</summary>
    private static readonly JsonSerializerOptions Options = new(ConfigurationJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonTypeInfo<InstanceConfiguration> Type => (JsonTypeInfo<InstanceConfiguration>)Options.GetTypeInfo(typeof(InstanceConfiguration));

    public static InstanceConfiguration Read(string json)
    {
        InstanceConfiguration? configuration;
        try
        {
            configuration = JsonSerializer.Deserialize(json, Type);
        }
        catch (JsonException wrong)
        {
            throw Mistake(wrong);
        }
        if (configuration is null)
            throw DmsErrors.ConfigurationEmpty();
        if (RepeatedFields.Find(json, new() { AllowTrailingCommas = Options.AllowTrailingCommas, CommentHandling = Options.ReadCommentHandling }) is { } repeated)
            throw DmsErrors.ConfigurationFieldTwice(repeated.Line, repeated.Name);
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
        // The same file on every system.
        return JsonSerializer.Serialize(sorted, Type).Replace("\r\n", "\n") + "\n";
    }

    /// <summary>Sees to it that every thing has a name, and each name once.</summary>
    /// <exception cref="DmsException">One has none, or two have the same.</exception>
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
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int index = 0; index < items?.Length; index++)
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

    /// <summary>The place of a mistake, as an editor counts. What is no JSON has one more of its kind inside.</summary>
    private static DmsException Mistake(JsonException wrong)
        => wrong.Path is { Length: > 2 } path && wrong.InnerException is not JsonException
            ? DmsErrors.ConfigurationMistake(wrong.LineNumber + 1, path.Substring(2))
            : DmsErrors.ConfigurationNoJson(wrong.LineNumber + 1);
}
