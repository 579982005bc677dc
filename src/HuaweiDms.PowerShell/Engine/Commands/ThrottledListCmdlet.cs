using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that lists the contents of items in instances, such as the messages of topics: several requests are in flight.</summary>
public abstract class ThrottledListCmdlet : ListCmdlet
{
    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>The maximum number of requests in flight.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [Integer]
    public int ThrottleLimit { get; set; } = Throttle.DefaultLimit;
}
