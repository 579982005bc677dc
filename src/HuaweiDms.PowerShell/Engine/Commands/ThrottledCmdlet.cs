using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that has several requests in flight.</summary>
public abstract class ThrottledCmdlet : DmsCmdlet
{
    /// <summary>The maximum number of requests in flight.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [Integer]
    public int ThrottleLimit { get; set; } = Throttle.DefaultLimit;
}
