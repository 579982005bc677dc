using System.Management.Automation;
using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Stops brokers of an emulated instance: another in-sync replica becomes leader; without one, the partition has no leader.
/// </summary>
[Cmdlet(VerbsLifecycle.Stop, "DmsEmulatorBroker", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType("HuaweiDms.Emulator.EmulatedBroker")]
public sealed class StopDmsEmulatorBroker : EmulatorBrokerCmdlet
{
    private protected override void Process(DmsEmulator emulator, InstanceReference instance, int broker)
    {
        if (Ask($"broker {broker} of {instance.Subject}", "Stop broker"))
            WriteObject(emulator.Brokers.Stop(instance.Id, broker));
    }
}
