using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists client quotas (5.2.14).</summary>
[Cmdlet(VerbsCommon.Get, "DmsClientQuota", SupportsPaging = true)]
[OutputType("HuaweiDms.ClientQuota")]
public sealed class GetDmsClientQuota : NamedListCmdlet
{
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
    private protected override IReadOnlyCollection<string> BroughtBy(InstanceReference instance)
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
            "what else is asked for",
            isUnique: false);
    }
}
