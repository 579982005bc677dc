using System.Reflection;
using System.Runtime.Versioning;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>The build of the client that these tests run against.</summary>
internal static class ClientBuild
{
    /// <summary>The assembly of the client.</summary>
    public static Assembly Assembly => typeof(DmsClient).Assembly;

    /// <summary>Whether it is the build for Windows PowerShell 5.1 (<c>-p:ClientTarget=netstandard2.0</c>).</summary>
    public static bool IsLegacy { get; }
        = typeof(DmsClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.StartsWith(".NETStandard", StringComparison.Ordinal);
}
