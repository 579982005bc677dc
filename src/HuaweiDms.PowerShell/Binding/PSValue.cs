using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>What PowerShell has wrapped: it hands over some values with what it adds to them, and others without.</summary>
internal static class PSValue
{
    /// <summary>The value itself.</summary>
    public static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
