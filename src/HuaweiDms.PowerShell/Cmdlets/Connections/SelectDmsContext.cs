using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Makes a connection the current one in this runspace.</summary>
[Cmdlet(VerbsCommon.Select, "DmsContext")]
[OutputType(typeof(DmsContext))]
public sealed class SelectDmsContext : ContextCmdlet
{
    /// <summary>The connection, by name or as an object from Get-DmsContext.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ContextCompleter))]
    public ContextReference? Context { get; set; }

    /// <summary>Emits the connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (DmsContext context in Find([Context!]))
        {
            ContextStore.Select(context);
            if (PassThru)
                WriteObject(context);
        }
    }
}
