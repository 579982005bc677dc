using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists client quotas (5.2.14).</summary>
[Cmdlet(VerbsCommon.Get, "DmsClientQuota", SupportsPaging = true)]
[OutputType("HuaweiDms.ClientQuota")]
public sealed class GetDmsClientQuota : NamedListCmdlet
{
    private readonly PerInstance<HashSet<string>> _users = new(_ => new(StringComparer.Ordinal));

    /// <summary>The users. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserNameCompleter))]
    public string[]? UserName { get; set; }

    /// <summary>The client ids. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string[]? ClientId { get; set; }

    /// <summary>Only quotas that apply to all users.</summary>
    [Parameter]
    public SwitchParameter DefaultUser { get; set; }

    /// <summary>Only quotas that apply to all clients.</summary>
    [Parameter]
    public SwitchParameter DefaultClient { get; set; }

    private protected override string[]? Wanted => ByClient ? ClientId : UserName;

    private bool ByClient => UserName is null && ClientId is not null;

    /// <summary>A quota from the pipeline is read again, identified by its user and client.</summary>
    private protected override IReadOnlyCollection<string> NamesFromRecord(InstanceReference instance)
        => UserName is null && ClientId is null && instance.Contained is { Noun: "quota", Key: { } quota } ? [quota] : [];

    /// <summary>A user from the pipeline selects the quotas of the user.</summary>
    private protected override bool KeepsSeparately(FoundInstance found)
    {
        if (UserName is not null || found.Instance.Contained is not { Noun: "user", Key: { } user })
            return false;
        _users[found].Add(user);
        return true;
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        NameFilter names = new(Wanted);
        foreach ((FoundInstance found, HashSet<string> users) in _users.All)
            Keep(found.Instance.Id, found.Instance.Subject, pipeline => ListAsync(pipeline, found.Context, found.Instance, names, users));
        base.EndProcessing();
    }

    private protected override Task ListAsync(IPipeline pipeline, DmsContext context, InstanceReference instance, NameFilter names)
        => ListAsync(pipeline, context, instance, names, users: null);

    private Task<bool> ListAsync(IPipeline pipeline, DmsContext context, InstanceReference instance, NameFilter names, HashSet<string>? users)
    {
        bool byClient = ByClient;
        NameFilter clients = new(byClient ? null : ClientId);
        bool Fits(ClientQuota quota)
            => (!DefaultUser || quota.DefaultUser)
                && (!DefaultClient || quota.DefaultClient)
                && clients.Includes(quota.ClientId)
                && (users is null || (quota.UserName is { } user && users.Contains(user)));
        NamedList<ClientQuota> list = new(
            range => context.Client.Quotas.List(instance.Id, range),
            quota => byClient ? quota.ClientId : UserName is null ? quota.ToString() : quota.UserName,
            byClient ? "quota of a client" : UserName is null ? "quota" : "quota of a user",
            instance.Subject)
        {
            Filter = DefaultUser || DefaultClient || !clients.All || users is not null ? Fits : null,
            FilteredBy = "another parameter",
            IsUnique = false,
        };
        return ListAsync(pipeline, names, list);
    }
}
