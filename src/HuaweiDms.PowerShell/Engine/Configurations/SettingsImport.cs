namespace HuaweiDms.PowerShell.Engine;

/// <summary>Applies the settings of a configuration to an instance, all with one request.</summary>
internal sealed class SettingsImport(ImportTarget target) : ImportPart(target)
{
    private const string Purpose = "Change setting";

    private readonly ConfigPlan _plan = new("Settings", target.Instance);

    public override Task PrepareAsync(IReadOnlyList<ConfigurationDifference> differences, CancellationToken cancellationToken)
        => differences.Count == 0 ? Task.CompletedTask : _plan.ReadAsync(Target.Context, cancellationToken);

    public override IReadOnlyList<ImportStage> Plan(IReadOnlyList<ConfigurationDifference> differences)
    {
        foreach (ConfigurationDifference difference in differences)
            _plan.Add(difference.Name!, difference.Expected);
        foreach (Failure failure in _plan.Refusals)
            Refuse(Failures.InConfiguration(failure));
        ImportStep[] steps =
        [
            .. _plan.Changes.Select(change => new ImportStep(
                ConfigurationKind.Setting,
                change.Name,
                ChangeKind.Change,
                ConfigPlan.ActionOf(change))
            {
                Payload = change,
                IsLoss = ConfigLoss.Of(change) is not null,
            }),
        ];
        return [new(Purpose, steps, SendAsync) { Size = int.MaxValue, IsOneByOne = true }];
    }

    private async Task<IReadOnlyList<ActionResult>?> SendAsync(IReadOnlyList<ImportStep> steps, IPipeline pipeline)
    {
        ConfigChange[] changes = [.. steps.Select(step => (ConfigChange)step.Payload!)];
        InstanceConfigChange sent = await Target.Client.Settings.ChangeConfigsAsync(Target.Instance.Id, changes, pipeline.Stop).ConfigureAwait(false);
        await WaitForTaskAsync(pipeline, sent.TaskId, $"settings of {Target.Snapshot.Subject}", Target.Instance.Id).ConfigureAwait(false);
        if (sent.RequiresRestart)
        {
            string waiting = string.Join(", ", changes.Where(change => change.RequiresRestart).Select(change => change.Name));
            pipeline.WriteWarning(Format(Text.RestartNeeded, Target.Snapshot.Subject, waiting));
        }
        return null;
    }
}
