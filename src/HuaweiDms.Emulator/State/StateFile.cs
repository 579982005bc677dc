using System.Text.Json;

namespace HuaweiDms.Emulator.State;

/// <summary>
/// Keeps the state in a file. Changes are written together, with a short delay. The file is replaced as a whole, so readers never
/// see a partial one.
/// </summary>
internal sealed class StateFile(EmulatedService service, string path)
{
    /// <summary>In real time: saving must not depend on a clock that a test may stop.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(200);

    private const string NoState = "it is not a state file of the emulator";

    /// <summary>The target of a symbolic link, so that the link itself is not replaced.</summary>
    private readonly string _target = ResolveLink(path);

    private readonly object _writeLock = new();
    private int _isScheduled;
    private bool _isClosed;
    private IDisposable? _claim;

    /// <summary>Claims the file and loads it if it exists.</summary>
    /// <exception cref="IOException">The file cannot be read, or another emulator uses it.</exception>
    /// <exception cref="InvalidDataException">It is not a state file. The messages do not name the file, which the caller knows.</exception>
    public void Load()
    {
        if (Directory.Exists(path))
            throw new IOException("it is a folder");
        _claim = FileClaim.Take(_target);
        if (!File.Exists(_target))
            return;
        try
        {
            service.Restore(Read());
        }
        catch (Exception error)
        {
            _claim?.Dispose();
            if (error is JsonException broken)
                throw new InvalidDataException(broken.LineNumber is { } line ? $"{NoState} (see line {line + 1})" : NoState, error);
            throw;
        }
    }

    /// <summary>Writes the file now.</summary>
    public void Save()
    {
        lock (_writeLock)
        {
            if (_isClosed)
                return;
            byte[] bytes = service.Serialize();
            string temporary = _target + ".new";
            // If somebody placed a link here, delete the link, not its target.
            File.Delete(temporary);
            using (FileStream file = new(temporary, FileMode.CreateNew, FileAccess.Write))
                file.Write(bytes, 0, bytes.Length);
            if (File.Exists(_target))
                File.Replace(temporary, _target, destinationBackupFileName: null);
            else
                File.Move(temporary, _target);
        }
    }

    /// <summary>Writes the file a last time and releases it for other emulators.</summary>
    public void Close()
    {
        lock (_writeLock)
        {
            try
            {
                Save();
            }
            finally
            {
                _isClosed = true;
                _claim?.Dispose();
            }
        }
    }

    /// <summary>Writes the file after a short delay.</summary>
    public void SaveSoon()
    {
        if (Interlocked.Exchange(ref _isScheduled, 1) == 0)
            _ = Task.Run(SaveLaterAsync);
    }

    private async Task SaveLaterAsync()
    {
        await Task.Delay(Delay).ConfigureAwait(false);
        Interlocked.Exchange(ref _isScheduled, 0);
        try
        {
            Save();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next change or the end tries again, and the end reports the error.
        }
    }

    /// <summary>.NET Framework cannot resolve links.</summary>
    private static string ResolveLink(string path)
#if NET
        => File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
#else
        => path;
#endif

    private ServiceSnapshot Read()
    {
        ServiceSnapshot? snapshot = JsonSerializer.Deserialize(File.ReadAllBytes(path), StateJsonContext.Default.ServiceSnapshot);
        return snapshot switch
        {
            null => throw new InvalidDataException(NoState),
            { Version: not ServiceSnapshot.CurrentVersion } => throw new InvalidDataException("it was written by another version of the emulator"),
            _ => snapshot,
        };
    }
}
