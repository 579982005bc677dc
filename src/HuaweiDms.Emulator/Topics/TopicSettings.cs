using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Topics;

/// <summary>The settings of a topic in creations and changes; null leaves a value unchanged.</summary>
internal sealed class TopicSettings
{
    private const int MaxHours = 720;

    private int? RetentionHours { get; init; }

    private bool? IsSyncReplication { get; init; }

    private bool? IsSyncFlush { get; init; }

    private string? Description { get; init; }

    private List<(TopicConfigDefinition Config, string Value)> Configs { get; init; } = [];

    public static TopicSettings Read(JsonFields body) => new()
    {
        RetentionHours = body.Integer("retention_time") is { } hours
            ? (hours is >= 1 and <= MaxHours ? hours : throw ServiceErrors.InvalidRetention())
            : null,
        IsSyncReplication = body.FlagOrText("sync_replication"),
        IsSyncFlush = body.FlagOrText("sync_message_flush"),
        Description = body.Text("topic_desc"),
        Configs = (body.Objects("topic_other_configs") ?? []).ConvertAll(ReadConfig),
    };

    /// <summary>Changes the settings. Messages that are older than a new retention time are deleted.</summary>
    public void Apply(KafkaTopic topic, DateTimeOffset now)
    {
        if (RetentionHours is { } hours)
        {
            topic.RetentionHours = hours;
            topic.Partitions.ForEach(partition => partition.DeleteBefore(partition.OffsetAt(now.AddHours(-hours))));
        }
        topic.IsSyncReplication = IsSyncReplication ?? topic.IsSyncReplication;
        topic.IsSyncFlush = IsSyncFlush ?? topic.IsSyncFlush;
        topic.Description = Description ?? topic.Description;
        foreach ((TopicConfigDefinition config, string value) in Configs)
            topic.Configs[config.Name] = value;
    }

    private static (TopicConfigDefinition Config, string Value) ReadConfig(JsonFields fields)
    {
        string name = fields.RequiredText("name");
        string value = fields.TextOrNumber("value") ?? string.Empty;
        TopicConfigDefinition? config = TopicConfigDefinition.All.FirstOrDefault(config => config.Name == name);
        return config?.IsValid(value) == true ? (config, value) : throw ServiceErrors.InvalidConfig(name);
    }
}
