using System.Management.Automation;
using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Stops consumers of a group of the emulator, including those of the sample project. When the last one stops, the group is Empty.
/// </summary>
[Cmdlet(VerbsLifecycle.Stop, "DmsEmulatorConsumer", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType("HuaweiDms.Emulator.EmulatedConsumer")]
public sealed class StopDmsEmulatorConsumer : EmulatorConsumerCmdlet
{
    /// <summary>
    /// Simulates a crash: the consumers do not leave their group, which keeps them until their session timeout of 45 seconds, divided
    /// by the emulator's speed.
    /// </summary>
    [Parameter]
    public SwitchParameter Abruptly { get; set; }

    private protected override void Process(DmsEmulator emulator, InstanceReference instance)
    {
        if (!Ask($"{ConsumerGroup} of {instance.Subject}", ClientId is null ? "Stop all consumers" : $"Stop consumer {ClientId}"))
            return;
        IReadOnlyList<EmulatedConsumer> stopped = emulator.Consumers.Stop(instance.Id, ConsumerGroup, ClientId, Abruptly);
        if (stopped.Count == 0)
            WriteError(Failures.NotFound("consumer", ClientId ?? ConsumerGroup, instance.Subject, "(Get-DmsEmulator).Consumers"));
        WriteObject(stopped, enumerateCollection: true);
    }
}
