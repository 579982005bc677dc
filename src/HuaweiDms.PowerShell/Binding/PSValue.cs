using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Unwraps PowerShell values: PowerShell passes some values inside a PSObject and others without one.</summary>
internal static class PSValue
{
    /// <summary>The value itself.</summary>
    public static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
