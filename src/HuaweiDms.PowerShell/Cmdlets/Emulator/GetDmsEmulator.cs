using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the emulators of this process. Their Requests show what was sent.</summary>
[Cmdlet(VerbsCommon.Get, "DmsEmulator")]
[OutputType("HuaweiDms.Emulator.DmsEmulator")]
public sealed class GetDmsEmulator : AsyncCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(EmulatorHost.All, enumerateCollection: true);
}
