namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The commands of this process that are at work. A connection that another takes the place of is closed when those have ended
/// that may be using it, in whatever runspace: no job fails because somebody has connected anew.
/// </summary>
internal static class RunningCommands
{
    private static readonly object Gate = new();
    private static readonly HashSet<Command> Commands = [];
    private static readonly List<(IDisposable Retired, HashSet<Command> Users)> Waiting = [];

    /// <summary>Notes a command, until the result is disposed of.</summary>
    public static IDisposable Enter()
    {
        Command command = new();
        lock (Gate)
            Commands.Add(command);
        return command;
    }

    /// <summary>Disposes of something that no command will come upon from now on, once none can be using it any more.</summary>
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
