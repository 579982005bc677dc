using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet about consumers of running emulators.</summary>
public abstract class EmulatorConsumerCmdlet : EmulatorInstanceCmdlet
{
    /// <summary>The group; Start makes one that there is not.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupCompleter))]
    public string ConsumerGroup { get; set; } = string.Empty;

    /// <summary>What the consumer calls itself; left out, a name made from the group's, or all of the group.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }
}
