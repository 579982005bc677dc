namespace HuaweiDms.PowerShell.Engine;

/// <summary>Sends the confirmed steps of one instance, stage by stage. A failed step affects only the steps that need it.</summary>
/// <param name="plan">The steps.</param>
/// <param name="agreed">The confirmed ones.</param>
/// <param name="throttle">Limits the changing requests in flight, across all instances.</param>
/// <param name="throttleLimit">How many that are.</param>
internal sealed class ImportRun(ImportPlan plan, HashSet<ImportStep> agreed, Throttle throttle, int throttleLimit)
{
    private readonly HashSet<(ConfigurationKind Kind, string Name)> _done = [];

    public async Task<object?> RunAsync(IPipeline pipeline)
    {
        foreach (ImportStage stage in plan.Stages)
        {
            Dictionary<BatchItem, ImportStep> ready = [];
            foreach (ImportStep step in stage.Steps.Where(agreed.Contains))
            {
                BatchItem item = new(plan.Target.Context, step.Name, Name: null, Within: plan.Target.Instance);
                string[] missing = [.. step.Needs.Where(need => !_done.Contains(need)).Select(need => need.Name)];
                if (missing.Length == 0)
                    ready[item] = step;
                else
                    await ReportAsync(pipeline, step, Failures.NotTried(stage.Purpose, item.Subject, step.Name, missing)).ConfigureAwait(false);
            }
            await SendAsync(pipeline, stage, ready).ConfigureAwait(false);
        }
        return null;
    }

    /// <summary>Steps that an instance runs one at a time wait for their task and occupy no slot in the meantime.</summary>
    private Task SendAsync(IPipeline pipeline, ImportStage stage, Dictionary<BatchItem, ImportStep> steps)
        => BatchRunner.RunAsync(
            [.. steps.Keys],
            stage.Size,
            async (some, _) =>
            {
                IReadOnlyList<ActionResult>? reported = await (stage.IsOneByOne ? SendPartAsync() : throttle.RunAsync(SendPartAsync, pipeline.Stop)).ConfigureAwait(false);
                return [.. some.Select((item, index) => ResultOf(steps[item], succeeded: reported is null || reported[index].Succeeded, reported?[index]))];

                Task<IReadOnlyList<ActionResult>?> SendPartAsync() => stage.Send([.. some.Select(item => steps[item])], pipeline);
            },
            item => ResultOf(steps[item]),
            (item, result, error) =>
            {
                if (result.Succeeded)
                    _done.Add((steps[item].Kind, steps[item].Name));
                return BatchRunner.WriteAsync(pipeline, stage.Purpose, item, result, error);
            },
            pipeline.Stop,
            stage.IsOneByOne ? 1 : throttleLimit);

    /// <summary>Emits what was not sent, and why.</summary>
    private async Task ReportAsync(IPipeline pipeline, ImportStep step, Failure failure)
    {
        ConfigurationActionResult result = ResultOf(step);
        result.Fail(failure);
        await pipeline.WriteAsync(result).ConfigureAwait(false);
        await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
    }

    private ConfigurationActionResult ResultOf(ImportStep step, bool succeeded = false, ActionResult? reported = null) => new ConfigurationActionResult
    {
        Kind = step.Kind,
        Name = step.Name,
        Change = step.Change,
        Action = $"{step.Change}".ToLowerInvariant(),
        Succeeded = succeeded,
        ErrorCode = reported?.ErrorCode,
        Message = succeeded ? step.Action : reported?.Message,
    }.In(plan.Target.Context, plan.Target.Instance);
}
