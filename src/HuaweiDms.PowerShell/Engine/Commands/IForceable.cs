using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that goes ahead without asking where -Force is given.</summary>
internal interface IForceable
{
    SwitchParameter Force { get; }
}
