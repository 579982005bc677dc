using System.Management.Automation;
using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Resets emulators to their initial state, without log and faults.</summary>
[Cmdlet(VerbsCommon.Reset, "DmsEmulator", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
public sealed class ResetDmsEmulator : EmulatorCmdlet
{
    /// <summary>Removes only the faults; the state and the log stay.</summary>
    [Parameter]
    public SwitchParameter FaultsOnly { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (DmsEmulator emulator in Find())
        {
            if (!Ask($"{emulator}", FaultsOnly ? "Take faults away" : "Reset emulator"))
                continue;
            if (FaultsOnly)
                emulator.Faults.Clear();
            else
                emulator.Reset();
        }
    }
}
