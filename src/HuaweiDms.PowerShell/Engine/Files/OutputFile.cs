using System.Text;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Files that commands write.</summary>
internal static class OutputFile
{
    private static readonly string[] SystemFolders = ["/dev/", "/proc/", "/sys/"];

    /// <summary>Whether a path is a folder: it exists as one, or has the form of one.</summary>
    public static bool IsFolder(string path)
        => Directory.Exists(path) || path.EndsWith("/", StringComparison.Ordinal) || path.EndsWith("\\", StringComparison.Ordinal);

    /// <summary>The name of a file for an instance.</summary>
    public static string NameFor(InstanceReference instance) => string.Join("_", (instance.Name ?? instance.Id).Split(Path.GetInvalidFileNameChars()));

    /// <summary>Checks what can be checked before anything is read for the file or prompted.</summary>
    /// <param name="file">The full path.</param>
    /// <param name="noClobber">Whether an existing file is kept.</param>
    /// <param name="withFolder">Whether a missing folder is created.</param>
    /// <param name="unwritable">Makes the failure.</param>
    /// <exception cref="FailureException">The file cannot be written or must not be replaced.</exception>
    public static void Check(string file, bool noClobber, bool withFolder, Func<string, Exception, Failure> unwritable)
    {
        if (noClobber && File.Exists(file))
            throw new FailureException(Failures.FileExists(file));
        if (!withFolder && Path.GetDirectoryName(file) is { Length: > 0 } folder && !Directory.Exists(folder))
            throw new FailureException(unwritable(file, new DirectoryNotFoundException($"the folder '{folder}' does not exist")));
    }

    /// <summary>
    /// Writes a temporary file and then moves it into place, so that a full disk does not destroy the old file. The new file has
    /// the permissions of the old one. A link remains a link, and its target is replaced; a target that is not a plain file, such
    /// as a device or a pipe, is written directly.
    /// </summary>
    /// <param name="file">The full path.</param>
    /// <param name="text">What goes into it.</param>
    /// <param name="withFolder">Whether a missing folder is created.</param>
    /// <param name="unwritable">Makes the failure.</param>
    /// <exception cref="FailureException">It cannot be written.</exception>
    public static void Write(string file, string text, bool withFolder, Func<string, Exception, Failure> unwritable)
    {
        try
        {
            if (withFolder)
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            string? target = File.Exists(file) ? FileLink.Follow(file) : file;
            if (target is null || (File.Exists(file) && (IsOfSystem(file) || IsOfSystem(target))))
                WriteTo(new FileStream(file, FileMode.Truncate, FileAccess.Write, FileShare.ReadWrite), text);
            else if (!WriteIfSpecial(target, text))
                Replace(target, text);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new FailureException(unwritable(file, failed));
        }
    }

    /// <summary>
    /// Whether a path is in a system folder of devices, pipes or kernel data, which .NET does not distinguish from files. Shared
    /// memory contains plain files.
    /// </summary>
    internal static bool IsOfSystem(string path)
        => Path.DirectorySeparatorChar == '/'
            && Array.Exists(SystemFolders, folder => path.StartsWith(folder, StringComparison.Ordinal))
            && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    /// <summary>Writes directly to a pipe or a device, wherever it is. A socket cannot be opened, which is reported.</summary>
    private static bool WriteIfSpecial(string file, string text)
    {
        if (Path.DirectorySeparatorChar != '/' || !File.Exists(file))
            return false;
        using FileStream stream = new(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        if (stream.CanSeek && HasLength(stream))
            return false;
        WriteTo(stream, text);
        return true;
    }

    /// <summary>Whether it is a plain file: .NET does not show this, but the length of a device cannot be set.</summary>
    private static bool HasLength(FileStream stream)
    {
        try
        {
            stream.SetLength(stream.Length);
            return true;
        }
        catch (Exception none) when (none is IOException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static void Replace(string file, string text)
    {
        // In a folder that others can write to, nobody can have placed a file or a link with this name.
        string temporary = $"{file}.{Path.GetRandomFileName()}";
        try
        {
            bool replaces = File.Exists(file);
            // A copy of a read-only file could not be written nor, on Windows, deleted; elsewhere the file would even be replaced.
            if (replaces && File.GetAttributes(file).HasFlag(FileAttributes.ReadOnly))
                throw new UnauthorizedAccessException("it is read-only");
            // A copy has the permissions of the old file.
            if (replaces)
                File.Copy(file, temporary);
            WriteTo(new FileStream(temporary, replaces ? FileMode.Truncate : FileMode.CreateNew, FileAccess.Write), text);
            if (replaces)
                File.Replace(temporary, file, destinationBackupFileName: null);
            else
                File.Move(temporary, file);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Discard(temporary);
            throw;
        }
    }

    private static void WriteTo(FileStream stream, string text)
    {
        using StreamWriter writer = new(stream, EncodingFor(text, Edition.IsDesktop));
        writer.Write(text);
    }

    /// <summary>
    /// UTF-8. In Windows PowerShell, Get-Content reads a file as ANSI unless it begins with a byte order mark, so the mark is
    /// written unless both encodings are identical for the text.
    /// </summary>
    internal static Encoding EncodingFor(string text, bool isDesktop)
        => new UTF8Encoding(encoderShouldEmitUTF8Identifier: isDesktop && text.Any(character => character > '\x7F'));

    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            // The reported error is why the file could not be written.
        }
    }
}
