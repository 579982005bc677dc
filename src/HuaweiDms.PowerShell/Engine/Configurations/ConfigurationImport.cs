namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Applies a configuration to instances: plans all of them, prompts for each step in order, then sends the confirmed steps. A
/// failed step affects only the steps that need it.
/// </summary>
/// <param name="agree">Prompts for a step.</param>
/// <param name="throttleLimit">The maximum number of changing requests in flight, across all instances.</param>
internal sealed class ConfigurationImport(Func<IPipeline, string, ImportStep, Task<bool>> agree, int throttleLimit)
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
                changes.Add(new(plan.Target.Snapshot.Subject, plan.Target.Instance.Id, inner => ApplyAsync(inner, plan, agreed, throttle)));
        }
        await ItemRunner.RunAsync(pipeline, changes, Purpose, throttleLimit).ConfigureAwait(false);
    }

    private async Task<HashSet<ImportStep>> AgreeAsync(IPipeline pipeline, ImportPlan plan)
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
            if (await agree(pipeline, plan.Target.Subject(step.Name), step).ConfigureAwait(false))
                agreed.Add(step);
        }
        return agreed;
    }

    /// <summary>Sends the stages one after the other.</summary>
    private async Task<object?> ApplyAsync(IPipeline pipeline, ImportPlan plan, HashSet<ImportStep> agreed, Throttle throttle)
    {
        HashSet<(ConfigurationKind Kind, string Name)> done = [];
        foreach (ImportStage stage in plan.Stages)
        {
            List<BatchItem> ready = [];
            Dictionary<BatchItem, ImportStep> steps = [];
            foreach (ImportStep step in stage.Steps.Where(agreed.Contains))
            {
                BatchItem item = new(plan.Target.Context, step.Name, Name: null, Within: plan.Target.Instance);
                steps[item] = step;
                string[] missing = [.. step.Needs.Where(need => !done.Contains(need)).Select(need => need.Name)];
                if (missing.Length == 0)
                    ready.Add(item);
                else
                    await TellAsync(pipeline, Result(plan.Target, step), Failures.NotTried(stage.Purpose, item.Subject, step.Name, missing)).ConfigureAwait(false);
            }
            await SendAsync(pipeline, plan.Target, stage, ready, steps, done, throttle).ConfigureAwait(false);
        }
        return null;
    }

    /// <summary>Steps that an instance runs one at a time wait for their task and occupy no slot in the meantime.</summary>
    private Task SendAsync(
        IPipeline pipeline,
        ImportTarget target,
        ImportStage stage,
        IReadOnlyList<BatchItem> items,
        Dictionary<BatchItem, ImportStep> steps,
        HashSet<(ConfigurationKind Kind, string Name)> done,
        Throttle throttle)
    {
        return BatchRunner.RunAsync(
            items,
            stage.Size,
            async (some, _) =>
            {
                IReadOnlyList<ActionResult>? reported = await (stage.IsOneByOne ? SendPartAsync() : throttle.RunAsync(SendPartAsync, pipeline.Stop)).ConfigureAwait(false);
                return [.. some.Select((item, index) => Result(target, steps[item], succeeded: reported is null || reported[index].Succeeded, reported?[index]))];

                Task<IReadOnlyList<ActionResult>?> SendPartAsync() => stage.Send([.. some.Select(item => steps[item])], pipeline);
            },
            item => Result(target, steps[item]),
            (item, result, error) =>
            {
                if (result.Succeeded)
                    done.Add((steps[item].Kind, steps[item].Name));
                return BatchRunner.WriteAsync(pipeline, stage.Purpose, item, result, error);
            },
            pipeline.Stop,
            stage.IsOneByOne ? 1 : throttleLimit);
    }

    /// <summary>Emits what was not sent, and why.</summary>
    private static async Task TellAsync(IPipeline pipeline, ConfigurationActionResult result, Failure failure)
    {
        result.Fail(failure);
        await pipeline.WriteAsync(result).ConfigureAwait(false);
        await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
    }

    private static ConfigurationActionResult Result(ImportTarget target, ImportStep step, bool succeeded = false, ActionResult? reported = null) => new ConfigurationActionResult
    {
        Kind = step.Kind,
        Name = step.Name,
        Change = step.Change,
        Action = $"{step.Change}".ToLowerInvariant(),
        Succeeded = succeeded,
        ErrorCode = reported?.ErrorCode,
        Message = succeeded ? step.Action : reported?.Message,
    }.In(target.Context, target.Instance);
}
