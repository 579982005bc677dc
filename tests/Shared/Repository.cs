using System.Reflection;

namespace HuaweiDms.Tests;

/// <summary>The working copy that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The root folder.</summary>
    public static string Root { get; }
        = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    /// <summary>Returns the folder of a shipped project.</summary>
    public static string ProjectFolder(string project) => Path.Combine(Root, "src", project);

    /// <summary>Returns the source files of a shipped project.</summary>
    public static IEnumerable<string> Sources(string project) => SourcesIn(ProjectFolder(project));

    /// <summary>Returns the source files in a folder, at any depth.</summary>
    public static IEnumerable<string> SourcesIn(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories);
}
