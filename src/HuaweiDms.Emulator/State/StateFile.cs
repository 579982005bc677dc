using System.Text.Json;

namespace HuaweiDms.Emulator.State;

/// <summary>
/// Keeps the state in a file. Changes are written a moment later and together; the file is replaced as a whole,
/// so that a reader never sees half of it.
/// </summary>
internal sealed class StateFile(EmulatedService service, string path)
{
    /// <summary>Real time: waiting here must not depend on a clock that a test may hold.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(200);

    /// <summary>Where a link leads, so that it stays one.</summary>
    private readonly string _target = Followed(path);

    private readonly object _writing = new();
    private int _isScheduled;
    private bool _isClosed;
    private IDisposable? _claim;

    /// <summary>Claims the file, and loads it if it is there.</summary>
    /// <exception cref="IOException">It cannot be read, or is another emulator's.</exception>
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
            if (error is JsonException or InvalidDataException)
                throw new InvalidDataException($"The state file '{path}' cannot be used: {error.Message}", error);
            throw;
        }
    }

    /// <summary>Writes the file now.</summary>
    public void Save()
    {
        lock (_writing)
        {
            if (_isClosed)
                return;
            byte[] bytes = service.Serialize();
            string temporary = _target + ".new";
            // A link that somebody put there goes, and what it leads to stays.
            File.Delete(temporary);
            using (FileStream file = new(temporary, FileMode.CreateNew, FileAccess.Write))
                file.Write(bytes, 0, bytes.Length);
            if (File.Exists(_target))
                File.Replace(temporary, _target, destinationBackupFileName: null);
            else
                File.Move(temporary, _target);
        }
    }

    /// <summary>Writes the file a last time; from then on it may be another emulator's.</summary>
    public void Close()
    {
        lock (_writing)
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

    /// <summary>Writes the file soon.</summary>
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
            // The next change or the end tries again, and the end says why it cannot.
        }
    }

    /// <summary>.NET Framework cannot tell where a link leads.</summary>
    private static string Followed(string path)
#if NET
        => File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
#else
        => path;
#endif

    private ServiceSnapshot Read()
    {
        ServiceSnapshot? snapshot = JsonSerializer.Deserialize(File.ReadAllBytes(path), StateJsonContext.Default.ServiceSnapshot);
        return snapshot is { Version: ServiceSnapshot.CurrentVersion }
            ? snapshot
            : throw new InvalidDataException("it was written by another version of the emulator.");
    }
}
