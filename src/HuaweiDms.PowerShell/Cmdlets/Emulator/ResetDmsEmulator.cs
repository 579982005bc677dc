using System.Management.Automation;
using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Sets emulators back to their beginning: state, log and faults.</summary>
[Cmdlet(VerbsCommon.Reset, "DmsEmulator", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
public sealed class ResetDmsEmulator : EmulatorCmdlet
{
    /// <summary>Takes faults away and leaves state and log as they are.</summary>
    [Parameter]
    public SwitchParameter FaultsOnly { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (DmsEmulator emulator in Find())
        {
            if (!Ask($"{emulator}", FaultsOnly ? "Remove faults" : "Reset emulator"))
                continue;
            if (FaultsOnly)
                emulator.Faults.Clear();
            else
                emulator.Reset();
        }
    }
}
