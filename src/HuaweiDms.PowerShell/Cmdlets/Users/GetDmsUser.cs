using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the users of instances that have SASL on (5.7.1).</summary>
[Cmdlet(VerbsCommon.Get, "DmsUser", SupportsPaging = true)]
[OutputType("HuaweiDms.InstanceUser")]
public sealed class GetDmsUser : InstanceListCmdlet
{
    /// <summary>Names, with wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserNameCompleter))]
    public string[]? UserName { get; set; }

    private protected override string Noun => "user";

    private protected override Func<IPipeline, Task> Lister(DmsContext context, InstanceReference instance)
    {
        NameFilter names = new(UserName);
        return pipeline => ListAsync(
            pipeline, names, range => context.Client.Users.List(instance.Id, range), user => user.UserName, instance.Subject);
    }
}
