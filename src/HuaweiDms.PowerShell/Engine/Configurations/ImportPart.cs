namespace HuaweiDms.PowerShell.Engine;

/// <summary>Finds the steps that make one kind of thing as a configuration has it.</summary>
internal abstract class ImportPart(ImportTarget target)
{
    private readonly List<Failure> _refusals = [];

    /// <summary>What cannot be, known before anything is sent.</summary>
    public IReadOnlyList<Failure> Refusals => _refusals;

    protected ImportTarget Target { get; } = target;

    /// <summary>Finds what is made and changed.</summary>
    /// <param name="differences">In what this kind differs.</param>
    /// <param name="stop">Ends it.</param>
    public abstract Task<IReadOnlyList<ImportStage>> PlanAsync(IReadOnlyList<ConfigurationDifference> differences, CancellationToken stop);

    /// <summary>Finds what is removed; null where nothing of this kind ever is.</summary>
    /// <param name="surplus">What is there and not wanted.</param>
    public virtual ImportStage? PlanRemoval(IReadOnlyList<ConfigurationDifference> surplus) => null;

    protected void Refuse(Failure why) => _refusals.Add(why);

    /// <summary>Whether something is wanted that needs SASL, where that is off; then that is refused.</summary>
    protected bool LacksSasl(IReadOnlyList<ConfigurationDifference> differences)
    {
        if (differences.Count == 0 || Target.Actual.HasUsers)
            return false;
        Refuse(Failures.SaslOff(Target.Snapshot.Subject, Target.Instance.Id));
        return true;
    }

    /// <summary>Waits until a background task has ended: an instance takes one after the other.</summary>
    protected Task WaitForTaskAsync(IPipeline pipeline, string? taskId, string subject, object item)
        => TaskStates.Target(Target.Context, Target.Instance.Id, taskId, subject, item) is { } task
            ? WaitAsync(pipeline, task, TaskStates.Success)
            : Task.CompletedTask;

    /// <summary>Waits for what a request began. A look that fails is none of the request, which is not sent again for it.</summary>
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

    /// <summary>The things that are to be made.</summary>
    protected static IEnumerable<(string Name, T Wanted)> Added<T>(IEnumerable<ConfigurationDifference> differences)
        => differences.Where(difference => difference.Change == ChangeKind.Add).Select(difference => (difference.Name!, (T)difference.Expected!));

    /// <summary>The names of things that are to be changed, each once.</summary>
    protected static IEnumerable<string> Changed(IEnumerable<ConfigurationDifference> differences)
        => differences.Where(difference => difference.Change == ChangeKind.Change).Select(difference => difference.Name!).Distinct(StringComparer.Ordinal);

    /// <summary>Changes of descriptions; nothing else of users and groups can change.</summary>
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
