using System.Management.Automation;
using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet for brokers of running emulators.</summary>
public abstract class EmulatorBrokerCmdlet : EmulatorInstanceCmdlet
{
    /// <summary>The brokers, by number; objects from Get-DmsCluster also supply their instance.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("BrokerId")]
    [ArgumentCompleter(typeof(BrokerCompleter))]
    public BrokerReference[] Broker { get; set; } = [];

    /// <summary>Does it to one broker.</summary>
    private protected abstract void Process(DmsEmulator emulator, InstanceReference instance, int broker);

    private protected sealed override void Process(DmsEmulator emulator, InstanceReference instance)
    {
        foreach (BrokerReference reference in Broker)
        {
            if (reference.Bad is not null)
            {
                WriteError(Failures.InvalidArgument(nameof(Broker), reference, Text.BrokerNumberRule));
                continue;
            }
            foreach (int broker in reference.Numbers)
                Try(emulator, instance, broker);
        }
    }

    private void Try(DmsEmulator emulator, InstanceReference instance, int broker)
    {
        try
        {
            Process(emulator, instance, broker);
        }
        catch (ArgumentException)
        {
            WriteError(Failures.InvalidArgument(nameof(Broker), broker, Format(Text.EmulatorBrokerRule, instance.Subject)));
        }
        catch (InvalidOperationException impossible)
        {
            WriteError(Failures.EmulatorBrokerStays($"broker {broker} of {instance.Subject}", impossible));
        }
    }
}
