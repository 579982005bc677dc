namespace HuaweiDms.Emulator.State;

/// <summary>
/// Reserves a file for one emulator: two that write the same state would overwrite each other's changes. The claim is a lock file
/// next to it that is held open. The system releases it when the process ends, so a killed process does not block others.
/// </summary>
internal static class FileClaim
{
    /// <summary>
    /// Claims a file until the claim is disposed of. Returns null if no lock file can be written there, in which case the state
    /// cannot be saved either.
    /// </summary>
    /// <param name="file">The full path.</param>
    /// <exception cref="IOException">Another emulator holds the file.</exception>
    public static IDisposable? Take(string file)
    {
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException held) when (IsHeld(held))
        {
            throw new IOException(
                $"another emulator uses it and holds '{file}.lock' open. Stop that emulator first (Stop-DmsEmulator, or end its process), or choose another file.",
                held);
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // The folder is read-only or missing, or the share does not support locks. Saving reports the cause.
            return null;
        }
    }

    /// <summary>Whether the file is open elsewhere. .NET exposes this only through the operating system's error number.</summary>
    private static bool IsHeld(IOException error)
        => Path.DirectorySeparatorChar == '\\' ? (error.HResult & 0xFFFF) is 32 or 33 : error.HResult is 11 or 35;
}
