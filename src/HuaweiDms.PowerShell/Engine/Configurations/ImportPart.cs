namespace HuaweiDms.PowerShell.Engine;

/// <summary>Plans the steps that apply one kind of item of a configuration.</summary>
internal abstract class ImportPart(ImportTarget target)
{
    private readonly List<Failure> _refusals = [];

    /// <summary>What cannot be done, known before anything is sent.</summary>
    public IReadOnlyList<Failure> Refusals => _refusals;

    protected ImportTarget Target { get; } = target;

    /// <summary>Reads what the plan needs in addition to the current configuration.</summary>
    /// <param name="differences">In what this kind differs.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public virtual Task PrepareAsync(IReadOnlyList<ConfigurationDifference> differences, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Plans what is created and changed.</summary>
    /// <param name="differences">In what this kind differs.</param>
    public abstract IReadOnlyList<ImportStage> Plan(IReadOnlyList<ConfigurationDifference> differences);

    /// <summary>Plans what is removed; null for a kind that is never removed.</summary>
    /// <param name="surplus">The existing items that are not in the configuration.</param>
    public virtual ImportStage? PlanRemoval(IReadOnlyList<ConfigurationDifference> surplus) => null;

    protected void Refuse(Failure why) => _refusals.Add(why);

    /// <summary>Whether a step needs SASL although it is off; such steps are then refused.</summary>
    protected bool LacksSasl(IReadOnlyList<ConfigurationDifference> differences)
    {
        if (differences.Count == 0 || Target.Actual.HasUsers)
            return false;
        Refuse(Failures.SaslOff(Target.Snapshot.Subject, Target.Instance.Id));
        return true;
    }

    /// <summary>Waits until a background task has ended: an instance runs one at a time.</summary>
    protected Task WaitForTaskAsync(IPipeline pipeline, string? taskId, string subject, object item)
        => TaskStates.Target(Target.Context, Target.Instance.Id, taskId, subject, item) is { } task
            ? WaitAsync(pipeline, task, TaskStates.Success)
            : Task.CompletedTask;

    /// <summary>
    /// Waits for the result of a request. A failed read while waiting is not a failure of the request, which is not sent again.
    /// </summary>
    protected async Task WaitAsync(IPipeline pipeline, WaitTarget watched, WaitGoal goal)
    {
        using Waiter waiter = new(pipeline, $"{ConfigurationImport.Purpose}: {Target.Snapshot.Subject}", 1, Target.Timeout);
        try
        {
            await waiter.WaitAsync(watched, goal).ConfigureAwait(false);
        }
        catch (DmsException error)
        {
            throw new FailureException(Failures.From(error, watched.Target, ConfigurationImport.Purpose, watched.Subject));
        }
    }

    /// <summary>The items to create.</summary>
    protected static IEnumerable<(string Name, T Wanted)> Added<T>(IEnumerable<ConfigurationDifference> differences)
        => differences.Where(difference => difference.Change == ChangeKind.Add).Select(difference => (difference.Name!, (T)difference.Expected!));

    /// <summary>The names of the items to change, each once.</summary>
    protected static IEnumerable<string> Changed(IEnumerable<ConfigurationDifference> differences)
        => differences.Where(difference => difference.Change == ChangeKind.Change).Select(difference => difference.Name!).Distinct(StringComparer.Ordinal);

    /// <summary>The step that removes an existing item, which loses data or access.</summary>
    protected static ImportStep Removal(ConfigurationDifference surplus, string action)
        => new(surplus.Kind, surplus.Name!, ChangeKind.Remove, action) { IsLoss = true };

    /// <summary>The changes of descriptions, the only changes possible for users and groups.</summary>
    protected static ImportStep[] Described(IEnumerable<ConfigurationDifference> differences)
        =>
        [
            .. differences.Where(difference => difference.Change == ChangeKind.Change).Select(difference => new ImportStep(
                difference.Kind, difference.Name!, difference.Change, $"Change description '{difference.Actual}' -> '{difference.Expected}'")
            {
                Payload = difference.Expected,
            }),
        ];
}
