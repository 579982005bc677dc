using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet for consumers of running emulators.</summary>
public abstract class EmulatorConsumerCmdlet : EmulatorInstanceCmdlet
{
    /// <summary>The consumer group; Start creates it if it does not exist.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupCompleter))]
    public string ConsumerGroup { get; set; } = string.Empty;

    /// <summary>The client id of the consumer; if omitted, a name derived from the group, or all consumers of the group.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }
}
