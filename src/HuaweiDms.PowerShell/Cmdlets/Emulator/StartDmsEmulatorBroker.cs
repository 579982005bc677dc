using System.Management.Automation;
using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lets brokers of an emulator's instance come back. Their replicas catch up as the emulator's time passes, and later they lead again what they are to lead.</summary>
[Cmdlet(VerbsLifecycle.Start, "DmsEmulatorBroker")]
[OutputType("HuaweiDms.Emulator.EmulatedBroker")]
public sealed class StartDmsEmulatorBroker : EmulatorBrokerCmdlet
{
    private protected override void Process(DmsEmulator emulator, InstanceReference instance, int broker)
        => WriteObject(emulator.Brokers.Start(instance.Id, broker));
}
