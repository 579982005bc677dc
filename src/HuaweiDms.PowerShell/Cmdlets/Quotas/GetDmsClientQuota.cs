using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the quotas of users and clients (5.2.14).</summary>
[Cmdlet(VerbsCommon.Get, "DmsClientQuota", SupportsPaging = true)]
[OutputType("HuaweiDms.ClientQuota")]
public sealed class GetDmsClientQuota : NamedListCmdlet
{
    /// <summary>Users, with wildcards.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserNameCompleter))]
    public string[]? UserName { get; set; }

    /// <summary>Client ids, with wildcards.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string[]? ClientId { get; set; }

    /// <summary>Only quotas for all users.</summary>
    [Parameter]
    public SwitchParameter DefaultUser { get; set; }

    /// <summary>Only quotas for all clients.</summary>
    [Parameter]
    public SwitchParameter DefaultClient { get; set; }

    private protected override string[]? Wanted => ByClient ? ClientId : UserName;

    private bool ByClient => UserName is null && ClientId is not null;

    /// <summary>Quotas that come by the pipeline are read again: a quota goes by user and client.</summary>
    private protected override IReadOnlyCollection<string> NamesFromRecord(InstanceReference instance)
        => UserName is null && ClientId is null && instance.Contained is { Noun: "quota", Key: { } quota } ? [quota] : [];

    private protected override Task ListAsync(IPipeline pipeline, DmsContext context, InstanceReference instance, NameFilter names)
    {
        bool byClient = ByClient;
        WildcardPattern[]? clients = byClient || ClientId is null
            ? null
            : [.. ClientId.Select(NamePattern.Of)];
        bool Fits(ClientQuota quota)
            => (!DefaultUser || quota.DefaultUser)
                && (!DefaultClient || quota.DefaultClient)
                && (clients is null || (quota.ClientId is { } client && Array.Exists(clients, pattern => pattern.IsMatch(client))));
        return ListAsync(
            pipeline,
            names,
            range => context.Client.Quotas.List(instance.Id, range),
            quota => byClient ? quota.ClientId : UserName is null ? quota.ToString() : quota.UserName,
            byClient ? "quota of a client" : UserName is null ? "quota" : "quota of a user",
            instance.Subject,
            DefaultUser || DefaultClient || clients is not null ? Fits : null,
            "another parameter",
            isUnique: false);
    }
}
