using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the connections. No secret is shown.</summary>
[Cmdlet(VerbsCommon.Get, "DmsContext")]
[OutputType(typeof(DmsContext))]
public sealed class GetDmsContext : ContextCmdlet
{
    /// <summary>Names, with wildcards; a name without one that does not exist is an error.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ContextCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Only the current one.</summary>
    [Parameter]
    public SwitchParameter Current { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        NameFilter names = new(Name);
        IEnumerable<DmsContext> contexts = ContextStore.All().Where(context => !Current || context.IsCurrent);
        if (names.All || names.HasPatterns)
            WriteObject(contexts.Where(context => names.Matches(context.Name)), enumerateCollection: true);
        WriteObject(Find([.. names.Literals.Select(name => new ContextReference(name))]), enumerateCollection: true);
    }
}
