namespace HuaweiDms.PowerShell.Engine;

/// <summary>Creates and describes the consumer groups of a configuration.</summary>
internal sealed class GroupsImport(ImportTarget target) : ImportPart(target)
{
    public override IReadOnlyList<ImportStage> Plan(IReadOnlyList<ConfigurationDifference> differences)
    {
        ImportStep[] made = [.. Added<ConfiguredGroup>(differences).Select(item => PlanNew(item.Name, item.Wanted)).OfType<ImportStep>()];
        return
        [
            ImportStage.Each(
                GroupCreation.Purpose, made, (step, pipeline) => GroupCreation.RunAsync(pipeline, Target.Item(step.Name), (string?)step.Payload)),
            ImportStage.Each(
                "Change consumer group",
                Described(differences),
                (step, pipeline) => Target.Client.ConsumerGroups.UpdateAsync(Target.Instance.Id, step.Name, (string)step.Payload!, pipeline.Stop)),
        ];
    }

    public override ImportStage? PlanRemoval(IReadOnlyList<ConfigurationDifference> surplus)
        => new(
            "Delete consumer group",
            [.. surplus.Select(difference => Removal(difference, "Delete consumer group and its offsets"))],
            DeleteAsync)
        {
            Size = ConsumerGroupsApi.BatchSize,
        };

    private async Task<IReadOnlyList<ActionResult>?> DeleteAsync(IReadOnlyList<ImportStep> steps, IPipeline pipeline)
    {
        IReadOnlyList<ConsumerGroupActionResult> results = await Target.Client.ConsumerGroups.DeleteAsync(
            Target.Instance.Id, [.. steps.Select(step => step.Name)], pipeline.Stop).ConfigureAwait(false);
        await BatchRunner.ExplainAsync(
            results, (result, _) => GroupLookup.ExplainAsync(Target.Item(result.ConsumerGroup!), result, pipeline.Stop), pipeline.Stop).ConfigureAwait(false);
        return results;
    }

    private ImportStep? PlanNew(string name, ConfiguredGroup wanted)
    {
        if (GroupCreation.CheckName(name) is not { } refusal)
            return new(ConfigurationKind.ConsumerGroup, name, ChangeKind.Add, GroupCreation.Purpose) { Payload = wanted.Description };
        Refuse(Failures.InConfiguration(refusal));
        return null;
    }
}
