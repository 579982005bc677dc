using System.Globalization;
using System.Management.Automation.Runspaces;
using HuaweiDms.Emulator;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The emulators of this process. Each belongs to the runspace that started it; all runspaces can use it.</summary>
internal static class EmulatorHost
{
    /// <summary>The start time of a shared emulator's clock, which then advances only with requests and waits.</summary>
    private const string TimeVariable = "HUAWEIDMS_EMULATOR_TIME";

    private static readonly object Gate = new();
    private static readonly List<(DmsEmulator Emulator, WeakReference<Runspace?> Owner)> Running = [];

    public static IReadOnlyList<DmsEmulator> All
    {
        get
        {
            lock (Gate)
                return [.. Running.Select(running => running.Emulator)];
        }
    }

    public static bool IsRunning(DmsEmulator emulator)
    {
        lock (Gate)
            return Running.Exists(running => ReferenceEquals(running.Emulator, emulator));
    }

    /// <summary>Returns the latest emulator, or starts a new one in process, which all runspaces share.</summary>
    private static DmsEmulator Shared()
    {
        lock (Gate)
            return Running.Count > 0 ? Running[Running.Count - 1].Emulator : Add(new DmsEmulator(new() { Clock = GivenClock() }));
    }

    /// <summary>The credential and handler of a connection to the shared emulator: no request leaves the process.</summary>
    public static CredentialOrigin Origin()
    {
        DmsEmulator emulator = Shared();
        return new(new AccessKeyCredential(emulator.AccessKey, Secret.From(emulator.SecretKey)), "emulator")
        {
            Region = emulator.Region,
            ProjectId = emulator.ProjectId,
            Endpoint = new Uri("https://emulator.invalid"),
            Handler = new EmulatorHandler(emulator),
            UtcNow = TimeOf(emulator),
        };
    }

    public static DmsEmulator Add(DmsEmulator emulator)
    {
        lock (Gate)
            Running.Add((emulator, new(Runspace.DefaultRunspace)));
        return emulator;
    }

    /// <summary>Stops an emulator, even if its file cannot be written.</summary>
    /// <returns>The reason why its state could not be saved; null if it was saved, or if there is no file.</returns>
    public static Exception? Stop(DmsEmulator emulator)
    {
        lock (Gate)
            Running.RemoveAll(running => ReferenceEquals(running.Emulator, emulator));
        try
        {
            emulator.Dispose();
            return null;
        }
        catch (Exception unsaved) when (unsaved is IOException or UnauthorizedAccessException)
        {
            return unsaved;
        }
    }

    /// <summary>Stops the emulators that this runspace started.</summary>
    public static void StopOwn()
    {
        DmsEmulator[] own;
        lock (Gate)
            own = [.. Running.Where(running => running.Owner.TryGetTarget(out Runspace? owner) && ReferenceEquals(owner, Runspace.DefaultRunspace)).Select(running => running.Emulator)];
        foreach (DmsEmulator emulator in own)
            Stop(emulator);
    }

    /// <summary>
    /// Converts a duration of the service to the time scale of the emulator at an address; unchanged for any other address.
    /// </summary>
    public static TimeSpan Scale(TimeSpan time, Uri? endpoint, bool isShared)
    {
        DmsEmulator? emulator = isShared ? Shared() : All.FirstOrDefault(running => running.Endpoint is { } own && own == endpoint);
        return emulator is null ? time : TimeSpan.FromTicks((long)(time.Ticks / emulator.Speed));
    }

    /// <summary>Advances emulator clocks that stand still during a wait.</summary>
    public static void Advance(TimeSpan time)
    {
        foreach (DmsEmulator emulator in All)
            (emulator.Clock as SteppingClock)?.Advance(time);
    }

    /// <summary>The time for signing requests to an emulator in process; null for the computer's clock.</summary>
    private static Func<DateTimeOffset>? TimeOf(DmsEmulator emulator) => emulator.Clock is SteppingClock clock ? () => clock.UtcNow : null;

    private static SteppingClock? GivenClock()
    {
        string? text = Environment.GetEnvironmentVariable(TimeVariable);
        if (string.IsNullOrEmpty(text))
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset start)
            ? new SteppingClock(start)
            : throw new FailureException(Failures.InvalidArgument("Emulator", text!, Text.EmulatorTimeRule));
    }
}
