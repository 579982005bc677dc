using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that has many requests under way at once.</summary>
public abstract class ThrottledCmdlet : DmsCmdlet
{
    /// <summary>How many requests are under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [Integer]
    public int ThrottleLimit { get; set; } = Throttle.DefaultLimit;
}
