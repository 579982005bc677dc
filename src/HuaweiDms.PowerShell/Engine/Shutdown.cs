namespace HuaweiDms.PowerShell.Engine;

/// <summary>Leaves nothing behind: no secret, no connection, no listener.</summary>
internal static class Shutdown
{
    public static void Run()
    {
        foreach (DmsContext context in ContextStore.RemoveAll())
            context.Client.Dispose();
        if (AppDomain.CurrentDomain.GetAssemblies().Any(assembly => assembly.GetName().Name == "HuaweiDms.Emulator"))
            EmulatorHost.StopAll();
    }
}
