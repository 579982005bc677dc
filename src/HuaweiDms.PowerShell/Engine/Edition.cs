using System.Runtime.InteropServices;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The PowerShell edition. The assembly is the same in both.</summary>
internal static class Edition
{
    /// <summary>Whether it is Windows PowerShell, on .NET Framework.</summary>
    public static bool IsDesktop { get; } = RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);
}
