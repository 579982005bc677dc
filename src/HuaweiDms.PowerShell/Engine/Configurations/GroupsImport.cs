namespace HuaweiDms.PowerShell.Engine;

/// <summary>Makes and describes the consumer groups of a configuration.</summary>
internal sealed class GroupsImport(ImportTarget target) : ImportPart(target)
{
    private const string Purpose = "Create consumer group";

    public override Task<IReadOnlyList<ImportStage>> PlanAsync(IReadOnlyList<ConfigurationDifference> differences, CancellationToken stop)
    {
        ImportStep[] made =
        [
            .. Added<ConfiguredGroup>(differences).Select(item => new ImportStep(ConfigurationKind.ConsumerGroup, item.Name, ConfigurationChange.Add, Purpose)
            {
                Payload = item.Wanted.Description,
            }),
        ];
        return Task.FromResult<IReadOnlyList<ImportStage>>(
        [
            ImportStage.Each(Purpose, made, CreateAsync),
            ImportStage.Each(
                "Change consumer group",
                Described(differences),
                (step, pipeline) => Target.Client.ConsumerGroups.UpdateAsync(Target.Instance.Id, step.Name, (string)step.Payload!, pipeline.Stop)),
        ]);
    }

    public override ImportStage? PlanRemoval(IReadOnlyList<ConfigurationDifference> surplus)
        => new(
            "Delete consumer group",
            [
                .. surplus.Select(difference => new ImportStep(
                    ConfigurationKind.ConsumerGroup, difference.Name!, ConfigurationChange.Remove, "Delete consumer group and its offsets")
                {
                    IsLoss = true,
                }),
            ],
            DeleteAsync)
        {
            Size = ConsumerGroupsApi.BatchSize,
        };

    private async Task<IReadOnlyList<ActionResult>?> DeleteAsync(IReadOnlyList<ImportStep> steps, IPipeline pipeline)
    {
        IReadOnlyList<ConsumerGroupActionResult> results = await Target.Client.ConsumerGroups.DeleteAsync(
            Target.Instance.Id, [.. steps.Select(step => step.Name)], pipeline.Stop).ConfigureAwait(false);
        await BatchRunner.ExplainAsync(
            results,
            (result, _) => GroupLookup.ExplainAsync(new ItemReference(Target.Context, Target.Instance, result.ConsumerGroup!), result, pipeline.Stop),
            pipeline.Stop).ConfigureAwait(false);
        return results;
    }

    private Task CreateAsync(ImportStep step, IPipeline pipeline)
    {
        string? description = (string?)step.Payload;
        return Creation.RunAsync(
            pipeline,
            Purpose,
            step.Name,
            Target.Subject(step.Name),
            stop => Target.Client.ConsumerGroups.CreateAsync(Target.Instance.Id, step.Name, string.IsNullOrEmpty(description) ? null : description, stop),
            Target.Client.ConsumerGroups.List(Target.Instance.Id, step.Name),
            group => group.ConsumerGroup == step.Name ? group : null);
    }
}
