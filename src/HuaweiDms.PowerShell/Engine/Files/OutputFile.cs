using System.Text;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Files that commands write.</summary>
internal static class OutputFile
{
    private static readonly string[] SystemFolders = ["/dev/", "/proc/", "/sys/"];

    /// <summary>Whether a path means a folder: there is one, or it ends as one does.</summary>
    public static bool IsFolder(string path)
        => Directory.Exists(path) || path.EndsWith("/", StringComparison.Ordinal) || path.EndsWith("\\", StringComparison.Ordinal);

    /// <summary>What a file about an instance is called.</summary>
    public static string NameFor(InstanceReference instance) => string.Join("_", (instance.Name ?? instance.Id).Split(Path.GetInvalidFileNameChars()));

    /// <summary>Finds out what can be known before anything is read for it, or asked.</summary>
    /// <param name="file">The full path.</param>
    /// <param name="noClobber">Whether a file that is there is left as it is.</param>
    /// <param name="withFolder">Whether its folder is made where there is none.</param>
    /// <param name="unwritable">Makes the failure.</param>
    /// <exception cref="FailureException">It cannot be written, or must not.</exception>
    public static void Check(string file, bool noClobber, bool withFolder, Func<string, Exception, Failure> unwritable)
    {
        if (noClobber && File.Exists(file))
            throw new FailureException(Failures.FileExists(file));
        if (!withFolder && Path.GetDirectoryName(file) is { Length: > 0 } folder && !Directory.Exists(folder))
            throw new FailureException(unwritable(file, new DirectoryNotFoundException($"there is no folder '{folder}'")));
    }

    /// <summary>
    /// Writes a file beside and then puts it in place, so that a disk that is full costs nobody the old one. Whoever could not
    /// read the old one cannot read the new one either. A link stays one, and leads to the new file; what is no plain file, such
    /// as a device or a pipe, is written as it stands.
    /// </summary>
    /// <param name="file">The full path.</param>
    /// <param name="text">What goes into it.</param>
    /// <param name="withFolder">Whether its folder is made where there is none.</param>
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

    /// <summary>Whether a path is among the devices, pipes and windows into the system, which .NET does not tell from files. Shared memory has plain files.</summary>
    internal static bool IsOfSystem(string path)
        => Path.DirectorySeparatorChar == '/'
            && Array.Exists(SystemFolders, folder => path.StartsWith(folder, StringComparison.Ordinal))
            && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    /// <summary>Writes a pipe or a device, wherever it is kept, as it stands. A socket cannot be opened, which is told.</summary>
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

    /// <summary>Whether it is a plain file: .NET does not tell, but a device has no length that anybody could set.</summary>
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
        // Nobody can have put a file or a link there, in a folder that others may write to.
        string beside = $"{file}.{Path.GetRandomFileName()}";
        try
        {
            bool replaces = File.Exists(file);
            // A copy of it could neither be written nor, on Windows, be deleted; elsewhere it would even be replaced.
            if (replaces && File.GetAttributes(file).HasFlag(FileAttributes.ReadOnly))
                throw new UnauthorizedAccessException("it is read-only");
            // A copy has the permissions of the old one.
            if (replaces)
                File.Copy(file, beside);
            WriteTo(new FileStream(beside, replaces ? FileMode.Truncate : FileMode.CreateNew, FileAccess.Write), text);
            if (replaces)
                File.Replace(beside, file, destinationBackupFileName: null);
            else
                File.Move(beside, file);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Discard(beside);
            throw;
        }
    }

    private static void WriteTo(FileStream stream, string text)
    {
        using StreamWriter writer = new(stream, EncodingFor(text, Edition.IsDesktop));
        writer.Write(text);
    }

    /// <summary>
    /// UTF-8. In Windows PowerShell, Get-Content takes a file for ANSI unless a mark at its beginning says otherwise; where every
    /// character is the same in both, the file is the same everywhere.
    /// </summary>
    internal static Encoding EncodingFor(string text, bool isDesktop)
        => new UTF8Encoding(encoderShouldEmitUTF8Identifier: isDesktop && text.Any(character => character > '\x7F'));

    private static void Discard(string beside)
    {
        try
        {
            File.Delete(beside);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            // What is told is why it could not be written.
        }
    }
}
