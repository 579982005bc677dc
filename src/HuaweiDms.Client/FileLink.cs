namespace HuaweiDms;

/// <summary>Links in the file system, which only the newer .NET can follow.</summary>
internal static class FileLink
{
    /// <summary>The file that a link leads to in the end, whether it is there or not. What is no link leads to itself; null where a link cannot be followed.</summary>
    /// <param name="path">A file or a link that is there.</param>
    public static string? Follow(string path)
#if NET
        => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
#else
        => File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint) ? null : path;
#endif
}
