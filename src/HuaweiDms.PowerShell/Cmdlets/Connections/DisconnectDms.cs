using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Closes connections and erases their secrets.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Dms")]
public sealed class DisconnectDms : ContextCmdlet
{
    /// <summary>The connections, by name or as objects. If omitted, the current one.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ContextCompleter))]
    public ContextReference?[]? Context { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (DmsContext context in Find(Context))
        {
            ContextStore.Remove(context);
            context.Client.Dispose();
        }
    }
}
