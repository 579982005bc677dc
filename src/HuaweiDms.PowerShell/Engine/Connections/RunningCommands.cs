namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The running commands of this process. A replaced connection is closed only after all commands that may use it have ended, in any
/// runspace, so that no job fails because somebody has connected again.
/// </summary>
internal static class RunningCommands
{
    private static readonly object Gate = new();
    private static readonly HashSet<Command> Commands = [];
    private static readonly List<(IDisposable Retired, HashSet<Command> Users)> Waiting = [];

    /// <summary>Registers a command until the result is disposed of.</summary>
    public static IDisposable Enter()
    {
        Command command = new();
        lock (Gate)
            Commands.Add(command);
        return command;
    }

    /// <summary>Disposes of an object that new commands cannot reach, once no running command can be using it.</summary>
    public static void DisposeLater(IDisposable retired)
    {
        lock (Gate)
        {
            if (Commands.Count > 0)
            {
                Waiting.Add((retired, [.. Commands]));
                return;
            }
        }
        retired.Dispose();
    }

    private static void Leave(Command command)
    {
        IDisposable[] free;
        lock (Gate)
        {
            if (!Commands.Remove(command))
                return;
            foreach ((_, HashSet<Command> users) in Waiting)
                users.Remove(command);
            free = [.. Waiting.Where(one => one.Users.Count == 0).Select(one => one.Retired)];
            Waiting.RemoveAll(one => one.Users.Count == 0);
        }
        foreach (IDisposable retired in free)
            retired.Dispose();
    }

    private sealed class Command : IDisposable
    {
        public void Dispose() => Leave(this);
    }
}
