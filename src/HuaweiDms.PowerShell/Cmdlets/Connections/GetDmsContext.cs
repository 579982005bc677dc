using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the connections. No secret is shown.</summary>
[Cmdlet(VerbsCommon.Get, "DmsContext", DefaultParameterSetName = ByName)]
[OutputType(typeof(DmsContext))]
public sealed class GetDmsContext : ContextCmdlet
{
    private const string ByName = "ByName";

    /// <summary>Names, with wildcards; a name without one that does not exist is an error.</summary>
    [Parameter(Position = 0, ParameterSetName = ByName)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ContextCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Connections, by name or as objects, and those of what comes by the pipeline.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ByContext", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ContextCompleter))]
    public ContextReference?[]? Context { get; set; }

    /// <summary>Only the current one.</summary>
    [Parameter]
    public SwitchParameter Current { get; set; }

    private void Write(IEnumerable<DmsContext> contexts)
        => WriteObject(contexts.Where(context => !Current || context.IsCurrent), enumerateCollection: true);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName != ByName)
        {
            Write(Find(Context));
            return;
        }
        NameFilter names = new(Name);
        if (names.All || names.HasPatterns)
            Write(ContextStore.All().Where(context => names.Matches(context.Name)));
        Write(Find([.. names.Literals.Select(name => new ContextReference(name))]));
    }
}
