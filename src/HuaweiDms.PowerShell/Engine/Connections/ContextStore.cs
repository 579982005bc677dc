using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The connections of this process. Each belongs to the runspace that made it and is current there alone; a runspace
/// that never had one, as in <c>ForEach-Object -Parallel</c>, uses the first that was made in the process.
/// </summary>
/// <remarks>
/// The same name may lead elsewhere in another runspace. So the name of a connection is a string of its own, and whatever is
/// read through the connection carries that very string: by it an object goes back to where it came from, in whatever runspace
/// it is by then, at no cost and keeping nothing alive. A text that merely reads the same, typed or from a file, is a name.
/// </remarks>
internal static class ContextStore
{
    /// <summary>Beyond this many, connections that runspaces left behind when they closed are given up, oldest first.</summary>
    private const int MaxConnections = 64;

    private static readonly object Gate = new();
    private static readonly object NoRunspace = new();
    private static readonly List<Entry> Entries = [];
    private static readonly ConditionalWeakTable<object, ContextState> RunspaceStates = new();
    private static readonly ConditionalWeakTable<string, Slot> Slots = new();

    /// <summary>A name for a connection that is about to be made: the same text, but a string of its own.</summary>
    public static string NameFor(string text) => new(text.ToCharArray());

    /// <summary>Adds a connection, makes it current here, and gives back the one of the same name that it replaces here.</summary>
    public static DmsContext? Add(DmsContext context)
    {
        lock (Gate)
        {
            object here = CurrentRunspace;
            Slot slot = Slots.GetValue(context.Name, name => StateOf(here).SlotOf(name));
            Entry? replaced = Entries.Find(entry => entry.Slot == slot);
            if (replaced is not null)
                Entries.Remove(replaced);
            Entries.Add(new Entry(context, slot, new WeakReference<object>(here)));
            DiscardAbandoned();
            StateOf(here).Current = slot;
            return replaced?.Context;
        }
    }

    public static void Remove(DmsContext context)
    {
        lock (Gate)
        {
            Entries.RemoveAll(entry => ReferenceEquals(entry.Context, context));
        }
    }

    /// <summary>Removes the connections that this runspace made.</summary>
    public static IReadOnlyList<DmsContext> RemoveOwn()
    {
        lock (Gate)
        {
            object here = CurrentRunspace;
            DmsContext[] own = [.. Entries.Where(entry => entry.IsOwnedBy(here)).Select(entry => entry.Context)];
            Entries.RemoveAll(entry => entry.IsOwnedBy(here));
            return own;
        }
    }

    public static void Select(DmsContext context)
    {
        lock (Gate)
        {
            if (Entries.Find(entry => ReferenceEquals(entry.Context, context)) is { } chosen)
                StateOf(CurrentRunspace).Current = chosen.Slot;
        }
    }

    /// <summary>All connections of the process; this runspace's own come first and hide others of the same name.</summary>
    public static IReadOnlyList<DmsContext> All()
    {
        lock (Gate)
        {
            object here = CurrentRunspace;
            return
            [
                .. Entries.OrderBy(entry => entry.IsOwnedBy(here) ? 0 : 1)
                    .GroupBy(entry => entry.Context.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(group => group.First().Context),
            ];
        }
    }

    /// <summary>
    /// The connection used where none is named. Whoever had one here and has closed it has none: going on with that of a job, of
    /// which nobody here thinks, would change what nobody meant.
    /// </summary>
    public static DmsContext? Current()
    {
        lock (Gate)
        {
            object here = CurrentRunspace;
            if (!RunspaceStates.TryGetValue(here, out ContextState? state) || state.Current is null)
                return Entries.Find(entry => !entry.IsAbandoned)?.Context;
            return (Entries.Find(entry => entry.Slot == state.Current) ?? Entries.FindLast(entry => entry.IsOwnedBy(here)))?.Context;
        }
    }

    public static bool IsCurrent(DmsContext context) => ReferenceEquals(Current(), context);

    /// <summary>The connections meant; the current one where none is.</summary>
    /// <exception cref="FailureException">One is not there, or there is none at all.</exception>
    public static IReadOnlyList<DmsContext> Resolve(IReadOnlyCollection<ContextReference?>? references)
    {
        ContextReference[] named = [.. (references ?? []).OfType<ContextReference>().Where(reference => !reference.IsEmpty)];
        if (named.Length == 0)
            return [Current() ?? throw new FailureException(Failures.NotConnected())];
        return [.. named.Select(Find).Distinct()];
    }

    /// <summary>The connection that a name leads to: that which an object carries, to where the object came from. Null where none is called so.</summary>
    /// <exception cref="FailureException">Where the object came from is closed.</exception>
    public static DmsContext? Find(string name)
    {
        lock (Gate)
        {
            return !Slots.TryGetValue(name, out Slot? slot) ? All().FirstOrDefault(candidate => candidate.HasName(name))
                : Entries.Find(entry => entry.Slot == slot) is { } entry ? entry.Context
                : throw new FailureException(Failures.ContextClosed(name));
        }
    }

    private static DmsContext Find(ContextReference reference)
        => (reference.Context is not { } context ? Find(reference.Name) : IsOpen(context) ? context : null)
            ?? throw new FailureException(Failures.ContextNotFound(reference.Name, All().Select(candidate => candidate.Name)));

    private static bool IsOpen(DmsContext context)
    {
        lock (Gate)
            return Entries.Exists(entry => ReferenceEquals(entry.Context, context));
    }

    /// <summary>Objects may still want to go back to a connection whose runspace has closed, so it is kept while there is room.</summary>
    private static void DiscardAbandoned()
    {
        if (Entries.Count > MaxConnections && Entries.Find(entry => entry.IsAbandoned) is { } oldest)
        {
            Entries.Remove(oldest);
            RunningCommands.DisposeLater(oldest.Context.Client);
        }
    }

    /// <summary>Whether a connection is called so; upper and lower case are the same.</summary>
    public static bool HasName(this DmsContext context, string name) => string.Equals(context.Name, name, StringComparison.OrdinalIgnoreCase);

    private static object CurrentRunspace => (object?)Runspace.DefaultRunspace ?? NoRunspace;

    private static ContextState StateOf(object runspace) => RunspaceStates.GetOrCreateValue(runspace);

    private sealed class Entry(DmsContext context, Slot slot, WeakReference<object> owner)
    {
        public DmsContext Context => context;

        public Slot Slot => slot;

        public bool IsAbandoned
            => !owner.TryGetTarget(out object? runspace)
                || runspace is Runspace { RunspaceStateInfo.State: RunspaceState.Closed or RunspaceState.Broken };

        public bool IsOwnedBy(object runspace) => owner.TryGetTarget(out object? own) && ReferenceEquals(own, runspace);
    }

    /// <summary>What a runspace knows of connections.</summary>
    private sealed class ContextState
    {
        private readonly Dictionary<string, Slot> _slots = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>That of the connection chosen last; null where there never was one.</summary>
        public Slot? Current { get; set; }

        public Slot SlotOf(string name)
        {
            if (!_slots.TryGetValue(name, out Slot? slot))
                _slots.Add(name, slot = new());
            return slot;
        }
    }

    /// <summary>What a name stands for in one runspace, whichever connection has it there: objects of one that was replaced go to the next.</summary>
    private sealed class Slot;
}
