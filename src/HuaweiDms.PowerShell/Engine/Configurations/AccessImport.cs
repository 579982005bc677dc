namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Gives users the permissions of a configuration. The service takes complete lists, so the current list is read again immediately
/// before, to keep permissions that were added in the meantime.
/// </summary>
/// <param name="target">The instance.</param>
/// <param name="planned">What is to be made before.</param>
internal sealed class AccessImport(ImportTarget target, HashSet<(ConfigurationKind Kind, string Name)> planned) : ImportPart(target)
{
    public override IReadOnlyList<ImportStage> Plan(IReadOnlyList<ConfigurationDifference> differences)
    {
        if (LacksSasl(differences))
            return [];
        ImportStep[] steps =
        [
            .. differences
                .Where(difference => difference.Change != ChangeKind.Remove || Target.Prune)
                .GroupBy(difference => difference.Name!, StringComparer.Ordinal)
                .Select(topic => PlanTopic(topic.Key, [.. topic]))
                .OfType<ImportStep>(),
        ];
        return [new(AccessSender.Purpose, steps, SendAsync) { Size = int.MaxValue, IsOneByOne = true }];
    }

    private ImportStep? PlanTopic(string name, IReadOnlyList<ConfigurationDifference> differences)
    {
        AccessRequest request = new();
        foreach (ConfigurationDifference difference in differences)
        {
            string? access = difference.Change == ChangeKind.Remove ? AccessRequest.None : AccessRequest.Normalize((string)difference.Expected!);
            if (access is null || (access == AccessRequest.None && difference.Change != ChangeKind.Remove))
                Refuse(Failures.InConfiguration(Failures.InvalidArgument("Access", $"{difference.Property}: {difference.Expected}", Text.ConfigurationAccessRule, name)));
            else
                request.Users[difference.Property!] = access;
        }
        ConfiguredTopic? topic = Array.Find(Target.Actual.Topics ?? [], topic => topic.Name == name);
        List<(ConfigurationKind Kind, string Name)> needs =
        [
            .. request.Users.Where(user => user.Value != AccessRequest.None && !Exists(user.Key)).Select(user => (ConfigurationKind.User, user.Key)),
        ];
        if (topic is null)
            needs.Add((ConfigurationKind.Topic, name));
        string[] missing = [.. needs.Where(need => !planned.Contains(need)).Select(need => need.Name)];
        if (missing.Length > 0)
        {
            Refuse(Failures.NotTried(AccessSender.Purpose, Target.Subject(name), name, missing));
            return null;
        }
        List<TopicAccessPolicy> present = [.. (topic?.Access ?? new Dictionary<string, string>()).Select(user => new TopicAccessPolicy { UserName = user.Key, Access = user.Value })];
        AccessChange change = new(present, request.ListFor(name, present, merge: true), isNew: topic is null);
        return change.IsEmpty
            ? null
            : new(ConfigurationKind.AccessPolicy, name, ChangeKind.Change, change.Action) { Payload = request, IsLoss = change.RemovesAccess, Needs = needs };
    }

    private bool Exists(string userName) => Array.Exists(Target.Actual.Users ?? [], user => user.UserName == userName);

    private async Task<IReadOnlyList<ActionResult>?> SendAsync(IReadOnlyList<ImportStep> steps, IPipeline pipeline)
    {
        await WaitForTopicsAsync(pipeline, [.. steps.Where(step => step.Needs.Any(need => need.Kind == ConfigurationKind.Topic)).Select(step => step.Name)]).ConfigureAwait(false);
        using Throttle throttle = new();
        TopicAccessList[] lists = await Task.WhenAll(steps.Select(step => throttle.RunAsync(
            () => ((AccessRequest)step.Payload!).MergeAsync(new(Target.Context, Target.Instance), step.Name, pipeline.Stop), pipeline.Stop))).ConfigureAwait(false);
        IReadOnlyList<ActionResult> results = await Target.Client.AccessPolicies.SetAsync(Target.Instance.Id, lists, pipeline.Stop).ConfigureAwait(false);
        await WaitAsync(pipeline, PolicyStates.Target(Target.Context, Target.Instance), PolicyStates.Settled).ConfigureAwait(false);
        return results;
    }

    /// <summary>New topics appear in the list with a delay and have no permissions before that.</summary>
    private Task WaitForTopicsAsync(IPipeline pipeline, string[] names)
        => names.Length == 0
            ? Task.CompletedTask
            : WaitAsync(pipeline, TopicStates.Target(Target.Context, Target.Instance, names), TopicStates.Listed);
}
