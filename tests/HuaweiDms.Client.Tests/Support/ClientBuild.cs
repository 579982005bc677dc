using System.Reflection;
using System.Runtime.Versioning;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Which build of the client these tests run against.</summary>
internal static class ClientBuild
{
    /// <summary>The client's assembly.</summary>
    public static Assembly Assembly => typeof(DmsClient).Assembly;

    /// <summary>Whether it is the build for Windows PowerShell 5.1 (<c>-p:ClientTarget=netstandard2.0</c>).</summary>
    public static bool IsLegacy { get; }
        = typeof(DmsClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.StartsWith(".NETStandard", StringComparison.Ordinal);

    /// <summary>The folder of the client's source.</summary>
    public static string SourceFolder { get; } = Path.Combine(
        typeof(ClientBuild).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!,
        "src",
        "HuaweiDms.Client");
}
