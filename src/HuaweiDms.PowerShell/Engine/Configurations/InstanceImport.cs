using HuaweiDms.Json;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Applies the values of an instance itself: one request for what Set-DmsInstance sends, one for automatic topics, one for tags.
/// Values that other commands change are not included.
/// </summary>
internal sealed class InstanceImport(ImportTarget target) : ImportPart(target)
{
    private const int MaxDescriptionLength = 1024;
    private const string Tags = nameof(ConfiguredInstance.Tags);
    private const string Window = "MaintenanceWindow";

    private static readonly string[] Policies = ["produce_reject", "time_base"];

    public override IReadOnlyList<ImportStage> Plan(IReadOnlyList<ConfigurationDifference> differences)
    {
        // Values without a difference are not sent, and there are no differences without requested values.
        ConfiguredInstance wanted = Target.Wanted.Instance ?? new();
        ImportStep?[] values =
        [
            Of(differences, nameof(wanted.RetentionPolicy)) is { } policy ? PlanPolicy(policy) : null,
            Of(differences, nameof(wanted.MaintenanceBegin)) is not null || Of(differences, nameof(wanted.MaintenanceEnd)) is not null ? PlanWindow(wanted) : null,
            Of(differences, nameof(wanted.Description)) is { } text ? PlanDescription(text) : null,
        ];
        ImportStep[] switches = Of(differences, nameof(wanted.AutoTopicEnabled)) is { Expected: bool enable }
            ? [new(ConfigurationKind.Instance, nameof(wanted.AutoTopicEnabled), ChangeKind.Change, AutoTopicSwitch.Purpose(enable)) { Payload = enable }]
            : [];
        ImportStep[] tags = PlanTags([.. differences.Where(difference => difference.Name == Tags)]) is { } step ? [step] : [];
        return
        [
            new("Change instance", [.. values.OfType<ImportStep>()], ChangeAsync) { Size = int.MaxValue, IsOneByOne = true },
            ImportStage.Each("Switch automatic topics", switches, SwitchAsync, isOneByOne: true),
            ImportStage.Each("Set the tags", tags, (some, pipeline) => Target.Client.Tags.AddAsync(
                Target.Instance.Id, (Dictionary<string, string>)some.Payload!, pipeline.Stop)),
        ];
    }

    public override ImportStage? PlanRemoval(IReadOnlyList<ConfigurationDifference> surplus)
    {
        string[] keys = [.. surplus.Select(difference => difference.Property!)];
        return keys.Length == 0
            ? null
            : ImportStage.Each(
                "Remove the tags",
                [new(ConfigurationKind.Instance, Tags, ChangeKind.Remove, $"Remove {Noun(keys.Length)} {string.Join(", ", keys)}") { IsLoss = true }],
                (_, pipeline) => Target.Client.Tags.RemoveAsync(Target.Instance.Id, keys, pipeline.Stop));
    }

    private ImportStep? PlanPolicy(ConfigurationDifference difference)
    {
        string policy = (string)difference.Expected!;
        if (Policies.Contains(policy, StringComparer.Ordinal))
            return Step(difference.Name!, RetentionPolicyLoss.In($"Change retention policy {difference.Actual} -> {policy}", policy), update => update.RetentionPolicy = policy);
        Refuse(Failures.InConfiguration(Failures.InvalidArgument(difference.Name!, policy, Text.RetentionPolicyRule)));
        return null;
    }

    private ImportStep? PlanDescription(ConfigurationDifference difference)
    {
        string text = (string)difference.Expected!;
        if (text.Length <= MaxDescriptionLength)
            return Step(difference.Name!, $"Change description '{difference.Actual}' -> '{text}'", update => update.Description = text);
        Refuse(Failures.InConfiguration(Failures.InvalidArgument(difference.Name!, Printable.Shorten(text, 20), Text.InstanceDescriptionRule)));
        return null;
    }

    /// <summary>The service requires both ends of the window; an end that is not given keeps its value.</summary>
    private ImportStep? PlanWindow(ConfiguredInstance wanted)
    {
        ConfiguredInstance present = Target.Actual.Instance ?? new();
        string? begin = wanted.MaintenanceBegin ?? present.MaintenanceBegin;
        string? end = wanted.MaintenanceEnd ?? present.MaintenanceEnd;
        TimeSpan? from = Time(nameof(wanted.MaintenanceBegin), begin);
        TimeSpan? to = Time(nameof(wanted.MaintenanceEnd), end);
        if (from is null || to is null)
            return null;
        if (OrderRules.CheckWindow(from, to, Target.Context.IsV1, Target.Instance.Id) is { } refusal)
        {
            Refuse(Failures.InConfiguration(refusal));
            return null;
        }
        return Step(
            Window,
            $"Change maintenance window {present.MaintenanceBegin}-{present.MaintenanceEnd} -> {begin}-{end}",
            update => (update.MaintenanceBegin, update.MaintenanceEnd) = (from, to));
    }

    private TimeSpan? Time(string name, string? text)
    {
        TimeSpan? time = TimeOfDayConverter.Parse(text);
        if (time is null)
            Refuse(Failures.InConfiguration(Failures.InvalidArgument(name, text, text is null ? Text.MaintenanceRule : Format(Text.TimeOfDayRule, text))));
        return time;
    }

    private ImportStep? PlanTags(IReadOnlyList<ConfigurationDifference> differences)
    {
        Dictionary<string, string> tags = new(StringComparer.Ordinal);
        foreach (ConfigurationDifference difference in differences)
        {
            if (TagRules.Check(difference.Property!, (string)difference.Expected!) is { } broken)
                Refuse(Failures.InConfiguration(Failures.InvalidArgument($"{Tags}.{broken.Part}", broken.Text, broken.Rule)));
            else
                tags[difference.Property!] = (string)difference.Expected!;
        }
        return tags.Count == 0
            ? null
            : new(
                ConfigurationKind.Instance,
                Tags,
                ChangeKind.Change,
                $"Set {Noun(tags.Count)} {string.Join(", ", tags.Select(tag => $"{tag.Key}={tag.Value}"))}")
            {
                Payload = tags,
            };
    }

    private async Task<IReadOnlyList<ActionResult>?> ChangeAsync(IReadOnlyList<ImportStep> steps, IPipeline pipeline)
    {
        InstanceUpdate update = new();
        foreach (ImportStep step in steps)
            ((Action<InstanceUpdate>)step.Payload!)(update);
        await Target.Client.Instances.UpdateAsync(Target.Instance.Id, update, pipeline.Stop).ConfigureAwait(false);
        return null;
    }

    private async Task SwitchAsync(ImportStep step, IPipeline pipeline)
    {
        AutoTopicSwitch change = new(Target.Context, Target.Instance, (bool)step.Payload!);
        await change.RememberAsync(pipeline.Stop).ConfigureAwait(false);
        await change.SendAsync(pipeline.Stop).ConfigureAwait(false);
        await WaitAsync(pipeline, change.Watched, TaskStates.Success).ConfigureAwait(false);
    }

    private static ImportStep Step(string name, string action, Action<InstanceUpdate> apply)
        => new(ConfigurationKind.Instance, name, ChangeKind.Change, action) { Payload = apply };

    private static ConfigurationDifference? Of(IReadOnlyList<ConfigurationDifference> differences, string name)
        => differences.FirstOrDefault(difference => difference.Name == name);

    private static string Noun(int count) => count == 1 ? "tag" : "tags";
}
