namespace HuaweiDms;

/// <summary>Resolves links in the file system, which only the newer .NET can follow.</summary>
internal static class FileLink
{
    /// <summary>
    /// Returns the final target of a link, whether it exists or not; a path that is not a link is returned unchanged. Returns null if links
    /// cannot be followed.
    /// </summary>
    /// <param name="path">An existing file or link.</param>
    public static string? Follow(string path)
#if NET
        => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
#else
        => File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint) ? null : path;
#endif
}
