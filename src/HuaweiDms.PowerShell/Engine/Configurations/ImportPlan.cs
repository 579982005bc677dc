namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Everything needed to apply a configuration to an instance, in an executable order: prerequisites first, removals last.
/// </summary>
internal sealed class ImportPlan
{
    private ImportPlan(ImportTarget target, IReadOnlyList<ConfigurationDifference> left, IReadOnlyList<ConfigurationDifference> beyond)
    {
        Target = target;
        Left = left;
        Beyond = beyond;
    }

    public ImportTarget Target { get; }

    public List<ImportStage> Stages { get; } = [];

    /// <summary>What cannot be done, known before anything is sent.</summary>
    public List<Failure> Refusals { get; } = [];

    /// <summary>Existing items that are not in the configuration and remain.</summary>
    public IReadOnlyList<ConfigurationDifference> Left { get; }

    /// <summary>Differences that other commands change, such as what was bought.</summary>
    public IReadOnlyList<ConfigurationDifference> Beyond { get; }

    public static async Task<ImportPlan> MakeAsync(
        ImportTarget target, IReadOnlyCollection<ConfigurationKind>? kinds, CancellationToken cancellationToken)
    {
        IReadOnlyList<ConfigurationDifference> all = target.Wanted.Compare(target.Actual, kinds);
        ConfigurationDifference[] differences = [.. all.Where(difference => difference.ChangedBy is null)];
        ImportPlan plan = new(
            target, [.. differences.Where(difference => IsSurplus(difference) && !target.Prune)], [.. all.Where(difference => difference.ChangedBy is not null)]);
        HashSet<(ConfigurationKind Kind, string Name)> planned = [];
        List<ImportStage> removals = [];
        foreach ((ConfigurationKind kind, ImportPart part) in Parts(target, planned))
        {
            ConfigurationDifference[] own = [.. differences.Where(difference => difference.Kind == kind)];
            // The permissions of a topic are one list, so that removals are changes of it.
            bool withSurplus = kind == ConfigurationKind.AccessPolicy;
            ConfigurationDifference[] changing = [.. own.Where(difference => withSurplus || !IsSurplus(difference))];
            await part.PrepareAsync(changing, cancellationToken).ConfigureAwait(false);
            plan.Stages.AddRange(part.Plan(changing));
            // That SASL is off is reported once.
            plan.Refusals.AddRange(part.Refusals.Where(refusal => !plan.Refusals.Exists(known => known.Message == refusal.Message)));
            planned.UnionWith(plan.Stages.SelectMany(stage => stage.Steps).Where(step => step.Kind == kind).Select(step => (step.Kind, step.Name)));
            if (target.Prune && part.PlanRemoval([.. own.Where(IsSurplus)]) is { } removal)
                removals.Insert(0, removal);
        }
        plan.Stages.AddRange(removals);
        plan.Stages.RemoveAll(stage => stage.Steps.Count == 0);
        return plan;
    }

    /// <summary>The parts in the order of their kinds.</summary>
    private static (ConfigurationKind Kind, ImportPart Part)[] Parts(ImportTarget target, HashSet<(ConfigurationKind Kind, string Name)> planned)
        =>
        [
            (ConfigurationKind.Instance, new InstanceImport(target)),
            (ConfigurationKind.Setting, new SettingsImport(target)),
            (ConfigurationKind.Topic, new TopicsImport(target)),
            (ConfigurationKind.User, new UsersImport(target)),
            (ConfigurationKind.AccessPolicy, new AccessImport(target, planned)),
            (ConfigurationKind.Quota, new QuotasImport(target)),
            (ConfigurationKind.ConsumerGroup, new GroupsImport(target)),
        ];

    private static bool IsSurplus(ConfigurationDifference difference) => difference.Change == ChangeKind.Remove;
}
