using System.Management.Automation;
using HuaweiDms.Emulator;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet for running emulators.</summary>
public abstract class EmulatorCmdlet : AsyncCmdlet
{
    /// <summary>The emulators, as Start-DmsEmulator emits them; by default, all of this process.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public virtual DmsEmulator[]? Emulator { get; set; }

    /// <summary>Returns the requested emulators; reports an error if none is running.</summary>
    private protected IReadOnlyList<DmsEmulator> Find()
    {
        IReadOnlyList<DmsEmulator> emulators = Emulator ?? EmulatorHost.All;
        if (emulators.Count == 0)
            WriteError(Failures.EmulatorNotRunning());
        return emulators;
    }
}
