namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Applies a configuration to instances: plans all of them, prompts for each step in order, then sends the confirmed steps.
/// </summary>
/// <param name="throttleLimit">The maximum number of changing requests in flight, across all instances.</param>
internal sealed class ConfigurationImport(int throttleLimit)
{
    /// <summary>The action, for error messages.</summary>
    public const string Purpose = "Import configuration";

    public async Task RunAsync(IPipeline pipeline, IReadOnlyList<ImportTarget> targets, IReadOnlyCollection<ConfigurationKind>? kinds)
    {
        WorkItem[] planning =
        [
            .. targets.Select(target => new WorkItem(
                target.Snapshot.Subject, target.Instance.Id, async inner => await ImportPlan.MakeAsync(target, kinds, inner.Stop).ConfigureAwait(false))),
        ];
        List<ImportPlan> plans = await ItemRunner.ReadAsync<ImportPlan>(pipeline, planning, Purpose, throttleLimit).ConfigureAwait(false);

        using Throttle throttle = new(throttleLimit);
        List<WorkItem> changes = [];
        foreach (ImportPlan plan in plans)
        {
            HashSet<ImportStep> agreed = await AgreeAsync(pipeline, plan).ConfigureAwait(false);
            if (agreed.Count > 0)
                changes.Add(new(plan.Target.Snapshot.Subject, plan.Target.Instance.Id, new ImportRun(plan, agreed, throttle, throttleLimit).RunAsync));
        }
        await ItemRunner.RunAsync(pipeline, changes, Purpose, throttleLimit).ConfigureAwait(false);
    }

    /// <summary>Reports what cannot be done, and prompts for the steps; without -Confirm, only for those that lose something.</summary>
    private static async Task<HashSet<ImportStep>> AgreeAsync(IPipeline pipeline, ImportPlan plan)
    {
        foreach (Failure refusal in plan.Refusals)
            await pipeline.WriteErrorAsync(refusal).ConfigureAwait(false);
        foreach (ConfigurationDifference left in plan.Left)
            pipeline.WriteVerbose(Format(Text.ConfigurationSurplus, $"{left}", plan.Target.Snapshot.Subject));
        if (plan.Beyond.Count > 0)
            pipeline.WriteWarning(Format(Text.ConfigurationBeyond, plan.Target.Snapshot.Subject, string.Join("; ", plan.Beyond)));
        if (plan.Stages.Count + plan.Refusals.Count + plan.Beyond.Count == 0)
            pipeline.WriteVerbose(Format(Text.NothingLeftToDo, plan.Target.Snapshot.Subject));
        HashSet<ImportStep> agreed = [];
        foreach (ImportStep step in plan.Stages.SelectMany(stage => stage.Steps))
        {
            if (await pipeline.AskAsync(plan.Target.Subject(step.Name), step.Action, isHarmless: !step.IsLoss).ConfigureAwait(false))
                agreed.Add(step);
        }
        return agreed;
    }
}
