using HuaweiDms.Emulator;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The emulators of this process.</summary>
internal static class EmulatorHost
{
    private static readonly object Gate = new();
    private static readonly List<DmsEmulator> Running = [];

    public static IReadOnlyList<DmsEmulator> All
    {
        get
        {
            lock (Gate)
                return [.. Running];
        }
    }

    /// <summary>The latest one, else a new one in process: what every runspace shares.</summary>
    public static DmsEmulator Shared()
    {
        lock (Gate)
            return Running.LastOrDefault() ?? Add(new DmsEmulator());
    }

    public static DmsEmulator Add(DmsEmulator emulator)
    {
        lock (Gate)
            Running.Add(emulator);
        return emulator;
    }

    public static void Stop(DmsEmulator emulator)
    {
        lock (Gate)
            Running.Remove(emulator);
        emulator.Dispose();
    }

    public static void StopAll()
    {
        foreach (DmsEmulator emulator in All)
            Stop(emulator);
    }

    /// <summary>As a person would name it.</summary>
    public static string Describe(DmsEmulator emulator) => emulator.Endpoint?.ToString() ?? "in process";
}
