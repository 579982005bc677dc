using System.Management.Automation;
using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Starts stopped brokers of an emulated instance. Their replicas catch up in emulator time, and later lead their preferred partitions
/// again.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "DmsEmulatorBroker")]
[OutputType("HuaweiDms.Emulator.EmulatedBroker")]
public sealed class StartDmsEmulatorBroker : EmulatorBrokerCmdlet
{
    private protected override void Process(DmsEmulator emulator, InstanceReference instance, int broker)
        => WriteObject(emulator.Brokers.Start(instance.Id, broker));
}
