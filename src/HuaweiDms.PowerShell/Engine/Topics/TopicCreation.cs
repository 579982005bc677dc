using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Creates topics (5.5.2; v1.0: 7.1.1.7).</summary>
internal static class TopicCreation
{
    public const string Purpose = "Create topic";

    /// <summary>Converts a request to the form that is sent.</summary>
    public static TopicSpecification Specify(TopicRequest request)
    {
        Dictionary<string, string> configs = new(StringComparer.Ordinal);
        TopicRules.CheckConfig(request, known: null, configs);
        return new()
        {
            Name = request.Name,
            PartitionCount = request.PartitionCount?.Value,
            ReplicationFactor = request.ReplicationFactor?.Value,
            RetentionHours = request.RetentionHours?.Value,
            SyncReplication = request.SyncReplication?.Value,
            SyncFlush = request.SyncFlush?.Value,
            Config = configs.Count == 0 ? null : configs,
            Description = request.Description,
        };
    }

    /// <summary>Describes the new topic for -WhatIf.</summary>
    public static string Describe(TopicSpecification topic)
    {
        string[] parts =
        [
            .. new (string Name, int? Value)[] { ("partition", topic.PartitionCount), ("replica", topic.ReplicationFactor), ("hour", topic.RetentionHours) }
                .Where(part => part.Value is not null)
                .Select(part => Counted(part.Value!.Value, part.Name)),
        ];
        return parts.Length == 0 ? Purpose : $"{Purpose} ({string.Join(", ", parts)})";
    }

    /// <summary>Creates it.</summary>
    public static async Task<Topic> RunAsync(IPipeline pipeline, DmsContext context, InstanceReference instance, TopicSpecification topic)
    {
        try
        {
            return await Creation.RunAsync(
                pipeline,
                Purpose,
                topic.Name,
                $"{topic.Name} of {instance.Subject}",
                async cancellationToken =>
                {
                    await context.Client.Topics.CreateAsync(instance.Id, topic, cancellationToken).ConfigureAwait(false);
                    return Compose(topic).In(context, instance);
                },
                context.Client.Topics.List(instance.Id),
                listed => listed.Name == topic.Name ? listed : null).ConfigureAwait(false);
        }
        catch (DmsException error) when (MeansAlreadyExists(error))
        {
            throw new FailureException(Failures.AlreadyExists(topic.Name, instance.Subject, Text.TopicExistsAdvice));
        }
    }

    /// <summary>The table of error codes has none for this, so the message is checked.</summary>
    private static bool MeansAlreadyExists(DmsException error)
        => error.Kind == DmsErrorKind.AlreadyExists
            || (error is { StatusCode: 400, Kind: not DmsErrorKind.QuotaExceeded, ServiceMessage: { } said }
                && said.IndexOf("exist", StringComparison.OrdinalIgnoreCase) >= 0
                && said.IndexOf("not exist", StringComparison.OrdinalIgnoreCase) < 0);

    /// <summary>The topic as ordered, because it appears in the list with a delay.</summary>
    private static Topic Compose(TopicSpecification topic)
        => new()
        {
            Name = topic.Name,
            PartitionCount = topic.PartitionCount,
            ReplicationFactor = topic.ReplicationFactor,
            RetentionHours = topic.RetentionHours,
            SyncReplication = topic.SyncReplication,
            SyncFlush = topic.SyncFlush,
            Description = topic.Description,
            ConfigDetails = topic.Config?.Select(config => new TopicConfig { Name = config.Key, ValueText = config.Value }).ToArray(),
        };
}
