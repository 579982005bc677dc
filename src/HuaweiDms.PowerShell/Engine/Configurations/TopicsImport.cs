using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Creates and changes the topics of a configuration. A change that is not possible does not prevent the others of the same topic.
/// </summary>
internal sealed class TopicsImport(ImportTarget target) : ImportPart(target)
{
    public override IReadOnlyList<ImportStage> Plan(IReadOnlyList<ConfigurationDifference> differences)
    {
        ImportStep[] made = [.. Added<ConfiguredTopic>(differences).Select(item => PlanNew(item.Wanted)).OfType<ImportStep>()];
        ImportStep[] changed = [.. Changed(differences).Select(PlanChange).OfType<ImportStep>()];
        return
        [
            ImportStage.Each(
                TopicCreation.Purpose, made, (step, pipeline) => TopicCreation.RunAsync(pipeline, Target.Context, Target.Instance, (TopicSpecification)step.Payload!)),
            new(
                "Change topic",
                changed,
                async (steps, pipeline) => await Target.Client.Topics.UpdateAsync(
                    Target.Instance.Id, [.. steps.Select(step => (TopicUpdate)step.Payload!)], pipeline.Stop).ConfigureAwait(false))
            {
                Size = TopicsApi.BatchSize,
            },
        ];
    }

    public override ImportStage? PlanRemoval(IReadOnlyList<ConfigurationDifference> surplus)
        => new(
            "Delete topic",
            [.. surplus.Select(difference => Removal(difference, TopicLoss.Of(((ConfiguredTopic)difference.Actual!).PartitionCount)))],
            async (steps, pipeline) => await Target.Client.Topics.DeleteAsync(
                Target.Instance.Id, [.. steps.Select(step => step.Name)], pipeline.Stop).ConfigureAwait(false))
        {
            Size = TopicsApi.BatchSize,
        };

    private ImportStep? PlanNew(ConfiguredTopic wanted)
    {
        TopicRequest request = Request(wanted);
        bool v1 = Target.Context.IsV1;
        if ((TopicRules.CheckName(request.Name, v1) ?? Check(request, v1) ?? (v1 ? TopicRules.CheckV1(request) : null)) is { } refusal)
        {
            Refuse(Failures.InConfiguration(refusal));
            return null;
        }
        TopicSpecification specification = TopicCreation.Specify(request);
        if (request.Description is { Length: 0 })
            specification.Description = null;
        return new(ConfigurationKind.Topic, request.Name, ChangeKind.Add, TopicCreation.Describe(specification)) { Payload = specification };
    }

    private ImportStep? PlanChange(string name)
    {
        ConfiguredTopic wanted = Array.Find(Target.Wanted.Topics!, topic => topic.Name == name)!;
        ConfiguredTopic actual = Array.Find(Target.Actual.Topics!, topic => topic.Name == name)!;
        TopicRequest request = Request(wanted);
        if (Check(request, v1: false) is { } wrong)
        {
            Refuse(Failures.InConfiguration(wrong));
            return null;
        }
        Topic present = ToTopic(actual);
        // A topic whose replicas or partitions cannot change can still get a new description.
        bool spreads = Fits(present, new(name) { ReplicationFactor = request.ReplicationFactor });
        bool grows = Fits(present, new(name) { PartitionCount = request.PartitionCount });
        TopicChangePlan plan = new(present, Request(wanted, withReplicas: spreads, withPartitions: grows));
        if (plan.Refusal is not null)
        {
            Refuse(Failures.InConfiguration(plan.Refusal));
            return null;
        }
        return plan.IsEmpty
            ? null
            : new(ConfigurationKind.Topic, name, ChangeKind.Change, plan.Action) { Payload = plan.Update, IsLoss = plan.IsLoss };
    }

    private bool Fits(Topic present, TopicRequest request)
    {
        if (new TopicChangePlan(present, request).Refusal is not { } refusal)
            return true;
        Refuse(Failures.InConfiguration(refusal));
        return false;
    }

    private static Failure? Check(TopicRequest request, bool v1)
        => TopicRules.Check(request, v1) ?? TopicRules.CheckConfig(request, known: null, new Dictionary<string, string>(StringComparer.Ordinal));

    private static TopicRequest Request(ConfiguredTopic wanted, bool withReplicas = true, bool withPartitions = true) => new(wanted.Name!)
    {
        PartitionCount = withPartitions && wanted.PartitionCount is { } partitions ? new WholeNumber(partitions) : null,
        ReplicationFactor = withReplicas && wanted.ReplicationFactor is { } replicas ? new WholeNumber(replicas) : null,
        RetentionHours = wanted.RetentionHours is { } hours ? new WholeNumber(hours) : null,
        SyncReplication = wanted.SyncReplication is { } replication ? new Flag(replication) : null,
        SyncFlush = wanted.SyncFlush is { } flush ? new Flag(flush) : null,
        Config = wanted.Config is { } config ? new ConfigTable(config.ToDictionary(item => item.Key, item => item.Value, StringComparer.OrdinalIgnoreCase)) : null,
        Description = wanted.Description,
    };

    private static Topic ToTopic(ConfiguredTopic actual) => new()
    {
        Name = actual.Name,
        PartitionCount = actual.PartitionCount,
        ReplicationFactor = actual.ReplicationFactor,
        RetentionHours = actual.RetentionHours,
        SyncReplication = actual.SyncReplication,
        SyncFlush = actual.SyncFlush,
        Description = actual.Description,
        ConfigDetails = [.. (actual.Config ?? new Dictionary<string, object?>()).Select(config => new TopicConfig { Name = config.Key, ValueText = ConfigValue.ToText(config.Value) })],
    };
}
