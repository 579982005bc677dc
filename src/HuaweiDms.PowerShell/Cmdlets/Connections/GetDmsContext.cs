using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the connections. No secret is shown.</summary>
[Cmdlet(VerbsCommon.Get, "DmsContext")]
[OutputType(typeof(DmsContext))]
public sealed class GetDmsContext : ContextCmdlet
{
    /// <summary>
    /// Names, with wildcards; a name without one that does not exist is an error. By the pipeline come connections, and what was read
    /// through one. A parameter of its own for those, -Context, would take the default that is set for other commands.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ContextCompleter))]
    [ConnectionNames]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Only the current one.</summary>
    [Parameter]
    public SwitchParameter Current { get; set; }

    private void Write(IEnumerable<DmsContext> contexts)
        => WriteObject(contexts.Where(context => !Current || context.IsCurrent), enumerateCollection: true);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        NameFilter names = new(Name);
        if (names.All || names.HasPatterns)
            Write(ContextStore.All().Where(context => names.Matches(context.Name)));
        Write(Find([.. names.Literals.Select(name => new ContextReference(name))]));
    }
}
