using System.Management.Automation;
using HuaweiDms.Emulator;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet about running emulators.</summary>
public abstract class EmulatorCmdlet : AsyncCmdlet
{
    /// <summary>The emulator, as Start-DmsEmulator emits it; all of this process by default.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public virtual DmsEmulator[]? Emulator { get; set; }

    /// <summary>The emulators meant; none running is reported.</summary>
    private protected IReadOnlyList<DmsEmulator> Find()
    {
        IReadOnlyList<DmsEmulator> emulators = Emulator ?? EmulatorHost.All;
        if (emulators.Count == 0)
            WriteError(Failures.EmulatorNotRunning());
        return emulators;
    }
}
