using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet with -Force, which skips the confirmation prompt.</summary>
internal interface IForceable
{
    SwitchParameter Force { get; }
}
