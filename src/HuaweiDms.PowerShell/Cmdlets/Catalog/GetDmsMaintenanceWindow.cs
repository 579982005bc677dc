using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the time slots that an instance's maintenance window can use (5.12.1; v1.0: 7.1.2.3).</summary>
[Cmdlet(VerbsCommon.Get, "DmsMaintenanceWindow")]
[OutputType("HuaweiDms.MaintenanceWindow")]
public sealed class GetDmsMaintenanceWindow : ConnectionListCmdlet
{
    private protected override async Task ListAsync(DmsContext context, NameFilter names, IPipeline pipeline)
        => await pipeline.WriteAllAsync(await context.Client.Catalog.ListMaintenanceWindowsAsync(pipeline.Stop).ConfigureAwait(false)).ConfigureAwait(false);
}
