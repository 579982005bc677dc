using System.Collections.Concurrent;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Sets the access policies of topics, for instances with SASL (5.7.7). Replaces the whole policy of a topic, unless -Merge keeps the
/// users that are not named. Prompts for confirmation if a user loses access.
/// </summary>
[Cmdlet(VerbsCommon.Set, "DmsTopicAccessPolicy", DefaultParameterSetName = Give, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.TopicAccessPolicy")]
public sealed class SetDmsTopicAccessPolicy : TopicBatchCmdlet
{
    private const string Give = "Give";
    private const string Empty = "Clear";

    private readonly ConcurrentDictionary<(DmsContext, InstanceReference), HashSet<string>> _users = new();
    private readonly AccessSender _sender = new();

    /// <summary>The topics, by name. Objects from Get-DmsTopic also supply the instance.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Topic { get; set; } = [];

    /// <summary>The users.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Give, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(UserNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] UserName { get; set; } = [];

    /// <summary>The permission: All, Publish or Subscribe; with -Merge also None.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Give, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TopicAccessCompleter))]
    [ValidateNotNullOrEmpty]
    public string Access { get; set; } = string.Empty;

    /// <summary>Keeps the permissions of users that are not named.</summary>
    [Parameter(ParameterSetName = Give)]
    public SwitchParameter Merge { get; set; }

    /// <summary>Removes all permissions.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Empty)]
    public SwitchParameter Clear { get; set; }

    /// <summary>Waits until the permissions are in effect.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>The maximum time to wait; ten minutes by default.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Emits the permissions of each topic: with -Wait as the service then reports them, otherwise as requested.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string Purpose => AccessSender.Purpose;

    private protected override string ServiceAction => AccessSender.ServiceAction;

    /// <summary>The service processes one change of permissions per instance at a time, so all topics share a request.</summary>
    private protected override int BatchSize => int.MaxValue;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        AccessRequest request = new();
        if (ParameterSetName == Give)
        {
            if (AccessRequest.Normalize(Access) is not { } access || (access == AccessRequest.None && !Merge))
            {
                WriteError(Failures.InvalidArgument(nameof(Access), Access, Text.AccessRule));
                return;
            }
            foreach (string user in UserName)
                request.Users[user] = access;
        }
        foreach (string topic in Topic)
            Collect(nameof(Topic), topic, request, known => Together(topic, (AccessRequest)known, request));
    }

    private protected override async Task<Dictionary<string, object>> ReadPresentAsync(
        DmsContext context, InstanceReference instance, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (ParameterSetName == Give && await FindUsersAsync(context, instance, cancellationToken).ConfigureAwait(false) is { } users)
            _users[(context, instance)] = users;
        using Throttle throttle = new();
        KeyValuePair<string, object>[] reads = await Task.WhenAll(
            names.Select(name => throttle.RunAsync(() => ReadPresentAsync(context, instance, name, cancellationToken), cancellationToken))).ConfigureAwait(false);
        return reads.ToDictionary(read => read.Key, read => read.Value, StringComparer.Ordinal);
    }

    private protected override TopicPlan Plan(BatchItem item, object present, object request)
    {
        if (_users.TryGetValue((item.Context, item.Within!), out HashSet<string>? users) && ((AccessRequest)request).FindUnknownUser(users) is { } unknown)
            return TopicPlan.Refused(Failures.OfTopic(item.Id, nameof(UserName), unknown, Text.UserUnknownRule, item.Within!.Subject));
        IReadOnlyList<TopicAccessPolicy> policies = (IReadOnlyList<TopicAccessPolicy>)present;
        List<TopicAccessPolicy> wanted = ((AccessRequest)request).ListFor(item.Id, policies, Merge);
        AccessChange change = new(policies, wanted);
        AccessUpdate update = new((AccessRequest)request) { List = new() { Topic = item.Id, Policies = wanted } };
        return change.IsEmpty ? TopicPlan.Nothing : TopicPlan.To(change.Action, update, change.RemovesAccess);
    }

    private protected override Task<IReadOnlyList<TopicActionResult>> SendAsync(IPipeline pipeline, FoundInstance found, IReadOnlyList<object> payloads)
        => _sender.SendAsync(pipeline, found, [.. payloads.Cast<AccessUpdate>()], Merge, Timeout);

    private protected override async Task FinishAsync(
        IPipeline pipeline, IReadOnlyList<BatchItem> items, IReadOnlyDictionary<BatchItem, TopicActionResult> results)
    {
        List<BatchItem> changed = [.. items.Where(item => results.TryGetValue(item, out TopicActionResult? result) && result.Succeeded)];
        HashSet<BatchItem> waited = Wait && changed.Count > 0 ? await WaitAsync(pipeline, changed).ConfigureAwait(false) : [];
        if (!PassThru)
            return;
        WorkItem[] reads =
        [
            .. items.Where(item => !results.TryGetValue(item, out TopicActionResult? result) || result.Succeeded).Select(item => new WorkItem(
                item.Subject,
                item.Id,
                async inner => !waited.Contains(item) && PlanOf(item).Payload is AccessUpdate sent
                    ? (IReadOnlyList<TopicAccessPolicy>)[.. sent.List.Policies.Select(policy => Own(policy, item))]
                    : await item.Context.Client.AccessPolicies.ListAsync(item.Within!.Id, item.Id, inner.Stop).ConfigureAwait(false))),
        ];
        await ItemRunner.RunAsync(pipeline, reads, "Read", Throttle.DefaultLimit).ConfigureAwait(false);
    }

    /// <summary>Waits for each instance; one that does not finish is reported.</summary>
    private async Task<HashSet<BatchItem>> WaitAsync(IPipeline pipeline, List<BatchItem> changed)
    {
        HashSet<BatchItem> waited = [];
        List<IGrouping<(DmsContext Context, InstanceReference? Within, string? Group), BatchItem>> groups = [.. changed.GroupBy(item => item.RequestKey)];
        using Waiter waiter = new(pipeline, $"{Purpose}: {Counted(changed.Count, "topic")}", groups.Count, Timeout);
        WorkItem[] waits =
        [
            .. groups.Select(group => new WorkItem(group.Key.Within!.Subject, group.Key.Within!.Id, async inner =>
            {
                await waiter.WaitAsync(PolicyStates.Target(group.Key.Context, group.Key.Within!), PolicyStates.Settled).ConfigureAwait(false);
                lock (waited)
                    waited.UnionWith(group);
                return null;
            })),
        ];
        await ItemRunner.RunAsync(pipeline, waits, Purpose, waits.Length).ConfigureAwait(false);
        return waited;
    }

    /// <summary>Merges two requests for a topic; of two different permissions of a user, the first one is used.</summary>
    private AccessRequest Together(string topic, AccessRequest known, AccessRequest request)
        => known.And(request, user => WriteError(Failures.InvalidArgument(
            nameof(UserName), user, Format(Text.AccessTwiceRule, user, known.Users[user], request.Users[user], topic))));

    /// <summary>
    /// Returns the users of an instance: for an unknown user the service refuses all topics. Null if they cannot be read.
    /// </summary>
    private static async Task<HashSet<string>?> FindUsersAsync(DmsContext context, InstanceReference instance, CancellationToken cancellationToken)
    {
        try
        {
            HashSet<string> users = new(StringComparer.Ordinal);
            await foreach (InstanceUser user in context.Client.Users.List(instance.Id).WithCancellation(cancellationToken).ConfigureAwait(false))
                users.Add(user.UserName!);
            return users;
        }
        catch (DmsException)
        {
            // If the permissions cannot be read either, each topic reports it.
            return null;
        }
    }

    private async Task<KeyValuePair<string, object>> ReadPresentAsync(
        DmsContext context, InstanceReference instance, string name, CancellationToken cancellationToken)
    {
        try
        {
            return new(name, await context.Client.AccessPolicies.ListAsync(instance.Id, name, cancellationToken).ConfigureAwait(false));
        }
        catch (DmsException error)
        {
            Failure failure = Failures.From(error, name, Purpose, $"{name} of {instance.Subject}");
            return new(name, await failure.AmongTopicsAsync(new(context, instance, name), cancellationToken).ConfigureAwait(false));
        }
    }

    private static TopicAccessPolicy Own(TopicAccessPolicy policy, BatchItem item)
        => new TopicAccessPolicy { Topic = item.Id, UserName = policy.UserName, Access = policy.Access, IsOwner = policy.IsOwner }.In(item.Context, item.Within!);
}
