using System.Collections.Concurrent;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the access policies of topics, for instances with SASL (5.7.6).</summary>
[Cmdlet(VerbsCommon.Get, "DmsTopicAccessPolicy", SupportsPaging = true)]
[OutputType("HuaweiDms.TopicAccessPolicy")]
public sealed class GetDmsTopicAccessPolicy : TopicListCmdlet
{
    private readonly ItemScopes _scopes = new();
    private readonly ConcurrentDictionary<FoundInstance, bool> _withoutSasl = new();

    /// <summary>Only the permissions of these users. Wildcards are permitted. Users from Get-DmsUser also supply the instance.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserNameCompleter))]
    public string[]? UserName { get; set; }

    /// <summary>Objects of a user supply it; the user of a background task belongs to the account, not to the instance.</summary>
    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        bool isGiven = CommandLine.Has(nameof(UserName));
        bool isOther = !isGiven && Array.Exists(InstanceId, instance => instance.Contained is { Noun: "task" });
        _scopes.Add(InstanceId, Topics, new(isOther ? null : UserName, areExact: !isGiven));
    }

    private protected override Task ListAsync(IPipeline pipeline)
        => ReadAsync(pipeline, ReadAsync);

    /// <summary>A named user without permissions may not exist, which is reported.</summary>
    private protected override async Task RunAsync(IPipeline pipeline)
    {
        await base.RunAsync(pipeline).ConfigureAwait(false);
        if (!CommandLine.Has(nameof(UserName)) || HasEnough)
            return;
        IReadOnlyList<string> named = new NameFilter(UserName).Literals;
        foreach (FoundInstance found in Instances.Where(found => !_withoutSasl.ContainsKey(found)))
            await ReportUnknownAsync(pipeline, found, _scopes.Unmet(found, named)).ConfigureAwait(false);
    }

    /// <summary>Reads the policies of a topic. That SASL is disabled is reported once for all topics of an instance.</summary>
    private async Task<IReadOnlyList<TopicAccessPolicy>> ReadAsync(ItemReference topic, CancellationToken cancellationToken)
    {
        FoundInstance found = new(topic.Context, topic.Instance);
        if (_withoutSasl.ContainsKey(found))
            return [];
        try
        {
            IReadOnlyList<TopicAccessPolicy> policies
                = await topic.Context.Client.AccessPolicies.ListAsync(topic.Instance.Id, topic.Name, cancellationToken).ConfigureAwait(false);
            return [.. policies.Where(policy => _scopes.Includes(topic, policy.UserName))];
        }
        catch (DmsException off) when (off.ErrorId == Failures.SaslOffId)
        {
            return _withoutSasl.TryAdd(found, true)
                ? throw new FailureException(Failures.From(off, topic.Instance.Id, MyInvocation.MyCommand.Name, topic.Instance.Subject))
                : [];
        }
    }

    private static async Task ReportUnknownAsync(IPipeline pipeline, FoundInstance found, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return;
        IReadOnlyList<InstanceUser> users = await found.Context.Client.Users.List(found.Instance.Id).ToListAsync(pipeline.Stop).ConfigureAwait(false);
        string?[] known = [.. users.Select(user => user.UserName)];
        foreach (string name in names.Except(known, StringComparer.Ordinal).OfType<string>())
            await pipeline.WriteErrorAsync(Failures.NotFound("user", name, found.Instance.Subject, "Get-DmsUser").Suggesting(known)).ConfigureAwait(false);
    }
}
