using System.Management.Automation;
using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Starts a consumer in a group of the emulator. It reads and commits in emulator time, and shares the partitions with the other
/// members of its group.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "DmsEmulatorConsumer")]
[OutputType("HuaweiDms.Emulator.EmulatedConsumer")]
public sealed class StartDmsEmulatorConsumer : EmulatorConsumerCmdlet
{
    /// <summary>The topics that the consumer reads.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[] Topic { get; set; } = [];

    /// <summary>
    /// How many messages the consumer reads per second at the speed of the real service; the emulator's speed multiplies it. At 0 it
    /// holds its partitions and reads nothing.
    /// </summary>
    [Parameter]
    [ValidateRange(0.0, 1_000_000_000.0)]
    public double MessagesPerSecond { get; set; } = 100;

    /// <summary>Starts at the earliest message if the group has no committed offset, instead of at the next one.</summary>
    [Parameter]
    public SwitchParameter FromBeginning { get; set; }

    private protected override void Process(DmsEmulator emulator, InstanceReference instance)
    {
        try
        {
            WriteObject(emulator.Consumers.Start(instance.Id, ConsumerGroup, Topic, ClientId, MessagesPerSecond, FromBeginning));
        }
        catch (ArgumentException)
        {
            string rule = Format(Text.EmulatorTopicRule, instance.Subject);
            WriteError(Failures.InvalidArgument(nameof(Topic), string.Join(", ", emulator.Consumers.MissingTopics(instance.Id, Topic)), rule));
        }
        catch (InvalidOperationException)
        {
            WriteError(Failures.InvalidArgument(nameof(ConsumerGroup), ConsumerGroup, Format(Text.EmulatorGroupRule, instance.Subject)));
        }
    }
}
