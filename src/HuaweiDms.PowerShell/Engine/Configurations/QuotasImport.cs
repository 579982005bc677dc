namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Creates and changes the quotas of a configuration. Each one is a background task that ends before the next one starts, so that a
/// failed task is certain to be that of its quota.
/// </summary>
internal sealed class QuotasImport(ImportTarget target) : ImportPart(target)
{
    public override IReadOnlyList<ImportStage> Plan(IReadOnlyList<ConfigurationDifference> differences)
    {
        ImportStep[] made = [.. Added<ConfiguredQuota>(differences).Select(item => PlanQuota(item.Name, ChangeKind.Add)).OfType<ImportStep>()];
        ImportStep[] changed = [.. Changed(differences).Select(name => PlanQuota(name, ChangeKind.Change)).OfType<ImportStep>()];
        return
        [
            ImportStage.Each(QuotaCreation.Purpose, made, CreateAsync, isOneByOne: true),
            ImportStage.Each(
                "Change the quota", changed, (step, pipeline) => ChangeAsync(step, pipeline, Target.Client.Quotas.UpdateAsync), isOneByOne: true),
        ];
    }

    public override ImportStage? PlanRemoval(IReadOnlyList<ConfigurationDifference> surplus)
        => ImportStage.Each(
            "Delete the quota",
            [.. surplus.Select(difference => Removal(difference, "Delete the quota") with { Payload = ((ConfiguredQuota)difference.Actual!).ToQuota() })],
            (step, pipeline) => ChangeAsync(step, pipeline, Target.Client.Quotas.DeleteAsync),
            isOneByOne: true);

    private ImportStep? PlanQuota(string name, ChangeKind change)
    {
        ConfiguredQuota wanted = Find(Target.Wanted.Quotas, name)!;
        if (wanted.ProducerByteRate < 1 || wanted.ConsumerByteRate < 1 || (wanted.ProducerByteRate is null && wanted.ConsumerByteRate is null))
        {
            Refuse(Failures.InConfiguration(Failures.InvalidArgument("Quotas", $"{name}: {wanted}", Text.QuotaRateRule, name)));
            return null;
        }
        string action = change == ChangeKind.Add ? $"{QuotaCreation.Purpose}: {wanted}" : $"Change the quota: {Find(Target.Actual.Quotas, name)} -> {wanted}";
        return new(ConfigurationKind.Quota, name, change, action) { Payload = wanted.ToQuota() };
    }

    private Task CreateAsync(ImportStep step, IPipeline pipeline)
        => ChangeAsync(step, pipeline, (_, quota, _) => QuotaCreation.RunAsync(pipeline, Target.Context, Target.Instance, quota));

    private async Task ChangeAsync(ImportStep step, IPipeline pipeline, Func<string, ClientQuota, CancellationToken, Task<ClientQuota>> send)
    {
        ClientQuota sent = await send(Target.Instance.Id, (ClientQuota)step.Payload!, pipeline.Stop).ConfigureAwait(false);
        await WaitForTaskAsync(pipeline, sent.TaskId, Target.Subject($"quota of {step.Name}"), step.Name).ConfigureAwait(false);
    }

    private static ConfiguredQuota? Find(ConfiguredQuota[]? quotas, string name) => Array.Find(quotas ?? [], quota => quota.ToQuota().ToString() == name);
}
