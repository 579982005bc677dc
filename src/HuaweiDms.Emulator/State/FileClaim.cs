namespace HuaweiDms.Emulator.State;

/// <summary>
/// Keeps a file for one emulator: two that write the same state would take turns in losing what the other one has. The claim is a file
/// beside it that is held open. The system lets it go with the process, so that what a killed one leaves behind keeps nobody out.
/// </summary>
internal static class FileClaim
{
    /// <summary>Claims a file until the claim is disposed of; null where nothing can be written beside it, and then no state can be either.</summary>
    /// <param name="file">The full path.</param>
    /// <exception cref="IOException">Another emulator has it.</exception>
    public static IDisposable? Take(string file)
    {
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException held) when (IsHeld(held))
        {
            throw new IOException(
                $"another emulator keeps its state in it, and holds '{file}.lock' open. Stop that one first (Stop-DmsEmulator, or end its process), or take another file.",
                held);
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // A folder that is read-only or not there; a share that knows no locks. Who saves is told what is wrong with it.
            return null;
        }
    }

    /// <summary>Whether it is open elsewhere. .NET tells that by the number that the system has for it only.</summary>
    private static bool IsHeld(IOException error)
        => Path.DirectorySeparatorChar == '\\' ? (error.HResult & 0xFFFF) is 32 or 33 : error.HResult is 11 or 35;
}
