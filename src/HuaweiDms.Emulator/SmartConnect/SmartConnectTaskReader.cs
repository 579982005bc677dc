using System.Text.RegularExpressions;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>
/// Reads and validates a new task (5.3.3, 7.2.4.3). The reference only has rules for source and sink; those for names and the
/// number of topics come from the console.
/// </summary>
internal static class SmartConnectTaskReader
{
    private const int MaxTopics = 20;

    private static readonly Regex NamePattern = new(@"\A[A-Za-z0-9_-]{4,64}\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>
    /// The folder of a dump task (7.2.4.3). For the folder of a Smart Connect task, 5.3.3 only says that slashes separate its
    /// parts.
    /// </summary>
    private static readonly Regex DumpPathPattern = new(@"\A[A-Za-z0-9_/-]{0,64}\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static SmartConnectTask Read(JsonFields body, KafkaInstance instance, ProjectState project)
    {
        string source = TaskFieldRules.OneOf(body, "source_type", SmartConnectTask.NoEndpoint, SmartConnectTask.NoEndpoint, KafkaSource.Kind, RedisSource.Kind);
        string sink = TaskFieldRules.OneOf(body, "sink_type", SmartConnectTask.NoEndpoint, SmartConnectTask.NoEndpoint, ObsSink.Kind, RedisSink.Kind);
        SmartConnectTask task = new() { Name = Name(body) };
        switch (source, sink)
        {
            case (KafkaSource.Kind, SmartConnectTask.NoEndpoint):
                task.KafkaSource = KafkaSource.Read(RequiredObject(body, "source_task"), instance, project);
                break;
            case (RedisSource.Kind, RedisSink.Kind):
                task.RedisSource = RedisSource.Read(RequiredObject(body, "source_task"));
                task.RedisSink = RedisSink.Read(RequiredObject(body, "sink_task"));
                break;
            case (SmartConnectTask.NoEndpoint, ObsSink.Kind):
                task.ObsSink = ObsSink.Read(RequiredObject(body, "sink_task"));
                break;
            default:
                throw ServiceErrors.InvalidSmartConnectConfig($"{source} and {sink} do not go together.");
        }
        ReadTopics(body, task);
        return task;
    }

    /// <summary>
    /// Reads a dump task. Its topics are a list or a regular expression in one field, or a regular expression in another.
    /// </summary>
    public static SmartConnectTask ReadSinkTask(JsonFields body)
    {
        _ = TaskFieldRules.RequiredOneOf(body, "source_type", "BLOB");
        _ = TaskFieldRules.RequiredOneOf(body, "destination_type", "OBS");
        JsonFields descriptor = RequiredObject(body, "obs_destination_descriptor");
        SmartConnectTask task = new() { Name = Name(body), ObsSink = ObsSink.Read(descriptor) };
        // 5.3.3 has a default for this field, 7.2.4.3 does not.
        if (descriptor.Integer("deliver_time_interval") is null)
            throw ServiceErrors.InvalidField("deliver_time_interval");
        if (!DumpPathPattern.IsMatch(task.ObsSink.Path))
            throw ServiceErrors.InvalidField("obs_path");
        ReadTopics(descriptor, task);
        if (task.Topics.Exists(topic => !Regex.IsMatch(topic, "^[A-Za-z0-9._-]*$", RegexOptions.None, TimeSpan.FromSeconds(1))))
            (task.TopicsRegex, task.Topics) = (Expression(string.Join(",", task.Topics)), []);
        return task;
    }

    /// <summary>
    /// Requires that the topics exist and that no other task uses them. The topics of a task that pulls are those of its peer.
    /// </summary>
    public static void CheckTopics(SmartConnectTask task, KafkaInstance instance, SmartConnectState smartConnect, ProjectState project)
    {
        List<string> wanted = [.. task.Topics, .. task.KafkaSource?.MappedTopics ?? []];
        KafkaInstance? home = task.KafkaSource is { Direction: "pull" } pull ? project.FindInstance(pull.PeerId) : instance;
        if (home is not null && wanted.Exists(topic => home.FindTopic(topic) is null))
            throw ServiceErrors.NoSuchTopic();
        if (smartConnect.Tasks.Exists(other => other.Topics.Intersect(task.Topics, StringComparer.Ordinal).Any()))
            throw ServiceErrors.SmartConnectTopicInUse();
    }

    private static string Name(JsonFields body)
        => body.Text("task_name") is { } name && NamePattern.IsMatch(name) ? name : throw ServiceErrors.InvalidField("task_name");

    private static JsonFields RequiredObject(JsonFields body, string name) => body.Object(name) ?? throw ServiceErrors.InvalidField(name);

    private static void ReadTopics(JsonFields fields, SmartConnectTask task)
    {
        task.Topics = [.. (fields.Text("topics") ?? string.Empty).Split([','], StringSplitOptions.RemoveEmptyEntries).Select(topic => topic.Trim())];
        task.TopicsRegex = fields.Text("topics_regex") is { Length: > 0 } expression ? Expression(expression) : null;
        bool isMapped = task.KafkaSource?.TopicsMapping.Length > 0;
        if (task.Topics.Count > 0 && task.TopicsRegex is not null)
            throw ServiceErrors.InvalidSmartConnectConfig("topics and topics_regex exclude each other.");
        if (task.Topics.Count == 0 && task.TopicsRegex is null && !isMapped)
            throw ServiceErrors.InvalidSmartConnectConfig("there are no topics.");
        if (task.Topics.Count > MaxTopics)
            throw ServiceErrors.InvalidSmartConnectConfig("a task has 20 topics at most.");
    }

    private static string Expression(string text)
    {
        try
        {
            _ = SmartConnectTask.Pattern(text);
            return text;
        }
        catch (ArgumentException)
        {
            throw ServiceErrors.InvalidField("topics_regex");
        }
    }
}
