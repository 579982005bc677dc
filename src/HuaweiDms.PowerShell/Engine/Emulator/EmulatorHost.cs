using System.Globalization;
using System.Management.Automation.Runspaces;
using HuaweiDms.Emulator;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The emulators of this process. Each belongs to the runspace that started it; all runspaces can reach it.</summary>
internal static class EmulatorHost
{
    /// <summary>When the clock of a shared emulator begins, which then moves on with requests and waits only.</summary>
    internal const string TimeVariable = "HUAWEIDMS_EMULATOR_TIME";

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

    /// <summary>The latest one, else a new one in process: what every runspace shares.</summary>
    public static DmsEmulator Shared()
    {
        lock (Gate)
            return Running.Count > 0 ? Running[Running.Count - 1].Emulator : Add(new DmsEmulator(new() { Clock = GivenClock() }));
    }

    /// <summary>What a connection to the shared one is made of: nothing of it leaves the process.</summary>
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

    /// <summary>Stops an emulator, whatever becomes of its file.</summary>
    /// <returns>Why what it held could not be saved; null where it was, or has no file.</returns>
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

    /// <summary>How long a time of the service is at the emulator that an address leads to; unchanged where it leads to none of this process.</summary>
    public static TimeSpan Scale(TimeSpan time, Uri? endpoint, bool isShared)
    {
        DmsEmulator? emulator = isShared ? Shared() : All.FirstOrDefault(running => running.Endpoint is { } own && own == endpoint);
        return emulator is null ? time : TimeSpan.FromTicks((long)(time.Ticks / emulator.Speed));
    }

    /// <summary>Somebody waits: clocks that stand still meanwhile are moved on.</summary>
    public static void Advance(TimeSpan time)
    {
        foreach (DmsEmulator emulator in All)
            (emulator.Clock as SteppingClock)?.Advance(time);
    }

    /// <summary>The time that requests in process are signed with, where it is not the computer's.</summary>
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
