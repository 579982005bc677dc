using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet for instances, or for items in them, that has several requests in flight.</summary>
public abstract class InstancesCmdlet : ThrottledCmdlet
{
    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public virtual InstanceReference[] InstanceId { get; set; } = [];
}
