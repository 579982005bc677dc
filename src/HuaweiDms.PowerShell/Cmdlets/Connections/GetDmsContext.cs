using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the connections. Secrets are never shown.</summary>
[Cmdlet(VerbsCommon.Get, "DmsContext")]
[OutputType(typeof(DmsContext))]
public sealed class GetDmsContext : ContextCmdlet
{
    /// <summary>
    /// The names. Wildcards are permitted; an exact name that does not exist is an error. Connections from the pipeline, and objects
    /// that were read through one, also supply it: a separate parameter -Context would receive the default that is set for other
    /// cmdlets.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ContextCompleter))]
    [ConnectionNames]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Only the current connection.</summary>
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
