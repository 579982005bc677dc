using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the users of instances that have SASL on (5.7.1).</summary>
[Cmdlet(VerbsCommon.Get, "DmsUser", SupportsPaging = true)]
[OutputType("HuaweiDms.InstanceUser")]
public sealed class GetDmsUser : NamedListCmdlet
{
    /// <summary>The names. Wildcards are permitted; names from the pipeline are exact.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserNameCompleter))]
    public string[]? UserName { get; set; }

    private protected override string[]? Wanted => CommandLine.Has(nameof(UserName)) ? UserName : null;

    /// <summary>The user of a background task belongs to the account, not to the instance.</summary>
    private protected override IReadOnlyCollection<string> NamesFromRecord(InstanceReference instance)
        => CommandLine.Has(nameof(UserName)) || instance.Contained is { Noun: "task" } ? [] : UserName ?? [];

    private protected override Task ListAsync(IPipeline pipeline, DmsContext context, InstanceReference instance, NameFilter names)
        => ListAsync(
            pipeline, names, new NamedList<InstanceUser>(range => context.Client.Users.List(instance.Id, range), user => user.UserName, "user", instance.Subject));
}
