using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Makes and changes the topics of a configuration. What a topic cannot become costs it nothing else.</summary>
internal sealed class TopicsImport(ImportTarget target) : ImportPart(target)
{
    private readonly TopicCreation _creation = new(target.Context, target.Instance);

    public override Task<IReadOnlyList<ImportStage>> PlanAsync(IReadOnlyList<ConfigurationDifference> differences, CancellationToken stop)
    {
        ImportStep[] made = [.. Added<ConfiguredTopic>(differences).Select(item => PlanNew(item.Wanted)).OfType<ImportStep>()];
        ImportStep[] changed = [.. Changed(differences).Select(PlanChange).OfType<ImportStep>()];
        return Task.FromResult<IReadOnlyList<ImportStage>>(
        [
            ImportStage.Each("Create topic", made, (step, pipeline) => _creation.CreateAsync(pipeline, (TopicSpecification)step.Payload!)),
            new(
                "Change topic",
                changed,
                async (steps, pipeline) => await Target.Client.Topics.UpdateAsync(
                    Target.Instance.Id, [.. steps.Select(step => (TopicUpdate)step.Payload!)], pipeline.Stop).ConfigureAwait(false))
            {
                Size = TopicsApi.BatchSize,
            },
        ]);
    }

    public override ImportStage? PlanRemoval(IReadOnlyList<ConfigurationDifference> surplus)
        => new(
            "Delete topic",
            [
                .. surplus.Select(difference => new ImportStep(
                    ConfigurationKind.Topic,
                    difference.Name!,
                    ChangeKind.Remove,
                    TopicLoss.Of(((ConfiguredTopic)difference.Actual!).PartitionCount))
                {
                    IsLoss = true,
                }),
            ],
            async (steps, pipeline) => await Target.Client.Topics.DeleteAsync(
                Target.Instance.Id, [.. steps.Select(step => step.Name)], pipeline.Stop).ConfigureAwait(false))
        {
            Size = TopicsApi.BatchSize,
        };

    private ImportStep? PlanNew(ConfiguredTopic wanted)
    {
        TopicWish wish = Wish(wanted);
        bool v1 = Target.Context.IsV1;
        if ((TopicRules.CheckName(wish.Name, v1) ?? Check(wish, v1) ?? (v1 ? TopicRules.CheckV1(wish) : null)) is { } refusal)
        {
            Refuse(Failures.InConfiguration(refusal));
            return null;
        }
        TopicSpecification specification = TopicCreator.Specify(wish);
        if (wish.Description is { Length: 0 })
            specification.Description = null;
        return new(ConfigurationKind.Topic, wish.Name, ChangeKind.Add, TopicCreator.Describe(specification)) { Payload = specification };
    }

    private ImportStep? PlanChange(string name)
    {
        ConfiguredTopic wanted = Array.Find(Target.Wanted.Topics!, topic => topic.Name == name)!;
        ConfiguredTopic actual = Array.Find(Target.Actual.Topics!, topic => topic.Name == name)!;
        TopicWish wish = Wish(wanted);
        if (Check(wish, v1: false) is { } wrong)
        {
            Refuse(Failures.InConfiguration(wrong));
            return null;
        }
        Topic present = ToTopic(actual);
        // A topic that cannot be spread or shrunk can still be described anew.
        bool spreads = Fits(present, new(name) { ReplicationFactor = wish.ReplicationFactor });
        bool grows = Fits(present, new(name) { PartitionCount = wish.PartitionCount });
        TopicChangePlan plan = new(present, Wish(wanted, withReplicas: spreads, withPartitions: grows));
        if (plan.Refusal is not null)
            Refuse(Failures.InConfiguration(plan.Refusal));
        return plan.Refusal is not null || plan.IsEmpty
            ? null
            : new(ConfigurationKind.Topic, name, ChangeKind.Change, plan.Action)
            {
                Payload = plan.Update,
                IsLoss = plan.IsLoss,
            };
    }

    private bool Fits(Topic present, TopicWish wish)
    {
        if (new TopicChangePlan(present, wish).Refusal is not { } refusal)
            return true;
        Refuse(Failures.InConfiguration(refusal));
        return false;
    }

    private static Failure? Check(TopicWish wish, bool v1)
        => TopicRules.Check(wish, v1) ?? TopicRules.CheckConfig(wish, known: null, new Dictionary<string, string>(StringComparer.Ordinal));

    private static TopicWish Wish(ConfiguredTopic wanted, bool withReplicas = true, bool withPartitions = true) => new(wanted.Name!)
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
