using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The connections of this process. Each belongs to the runspace that opened it and is current only there. A runspace that never
/// had a connection, as in <c>ForEach-Object -Parallel</c>, uses the first one that was opened in the process.
/// </summary>
/// <remarks>
/// The same name may mean another connection in another runspace. Therefore the name of a connection is a unique string instance,
/// and every object read through the connection carries that instance. It leads the object back to its connection in any runspace,
/// at no cost and without keeping anything alive. A text that is merely equal, typed or from a file, is just a name.
/// </remarks>
internal static class ContextStore
{
    /// <summary>Above this number, connections of closed runspaces are discarded, oldest first.</summary>
    private const int MaxConnections = 64;

    private static readonly object Gate = new();
    private static readonly object NoRunspace = new();
    private static readonly List<Entry> Entries = [];
    private static readonly ConditionalWeakTable<object, ContextState> RunspaceStates = new();
    private static readonly ConditionalWeakTable<string, Slot> Slots = new();

    /// <summary>Creates the name of a new connection: the same text as a separate string instance.</summary>
    public static string NameFor(string text) => new(text.ToCharArray());

    /// <summary>Adds a connection, makes it current in this runspace, and returns the one of the same name that it replaces here.</summary>
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

    /// <summary>Removes the connections that this runspace opened.</summary>
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

    /// <summary>All connections of the process; those of this runspace come first and hide others of the same name.</summary>
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
    /// The connection to use if none is named. After this runspace has closed its own connection there is none: silently using that
    /// of a job could change something nobody intended.
    /// </summary>
    public static DmsContext? Current()
    {
        lock (Gate)
        {
            object here = CurrentRunspace;
            if (!RunspaceStates.TryGetValue(here, out ContextState? state) || state.Current is null)
                return Entries.Find(entry => !entry.IsAbandoned)?.Context;
            Entry? current = Entries.Find(entry => entry.Slot == state.Current) ?? Entries.FindLast(entry => entry.IsOwnedBy(here));
            return current?.Context;
        }
    }

    public static bool IsCurrent(DmsContext context) => ReferenceEquals(Current(), context);

    /// <summary>Returns the requested connections; the current one if none is named.</summary>
    /// <exception cref="FailureException">A connection does not exist, or there is none at all.</exception>
    public static IReadOnlyList<DmsContext> Resolve(IReadOnlyCollection<ContextReference?>? references)
    {
        ContextReference[] named = [.. (references ?? []).OfType<ContextReference>().Where(reference => !reference.IsEmpty)];
        if (named.Length == 0)
            return [Current() ?? throw new FailureException(Failures.NotConnected())];
        return [.. named.Select(Find).Distinct()];
    }

    /// <summary>
    /// Returns the connection with a name; for the name that an object carries, the connection it was read through. Null if there
    /// is none.
    /// </summary>
    /// <exception cref="FailureException">The connection that the object was read through is closed.</exception>
    public static DmsContext? Find(string name)
    {
        lock (Gate)
        {
            if (!Slots.TryGetValue(name, out Slot? slot))
                return All().FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.OrdinalIgnoreCase));
            Entry? open = Entries.Find(entry => entry.Slot == slot);
            return open?.Context ?? throw new FailureException(Failures.ContextClosed(name));
        }
    }

    private static DmsContext Find(ContextReference reference)
    {
        DmsContext? found = reference.Context is null ? Find(reference.Name) : FindOpen(reference.Context);
        return found ?? throw new FailureException(Failures.ContextNotFound(reference.Name, All().Select(candidate => candidate.Name)));
    }

    private static DmsContext? FindOpen(DmsContext context)
    {
        lock (Gate)
            return Entries.Find(entry => ReferenceEquals(entry.Context, context))?.Context;
    }

    /// <summary>Objects may still use a connection whose runspace has closed, so it is kept while there is room.</summary>
    private static void DiscardAbandoned()
    {
        if (Entries.Count > MaxConnections && Entries.Find(entry => entry.IsAbandoned) is { } oldest)
        {
            Entries.Remove(oldest);
            RunningCommands.DisposeLater(oldest.Context.Client);
        }
    }

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

    /// <summary>The connections as one runspace sees them.</summary>
    private sealed class ContextState
    {
        private readonly Dictionary<string, Slot> _slots = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>The slot of the connection chosen last; null if there never was one.</summary>
        public Slot? Current { get; set; }

        public Slot SlotOf(string name)
        {
            if (!_slots.TryGetValue(name, out Slot? slot))
                _slots.Add(name, slot = new());
            return slot;
        }
    }

    /// <summary>
    /// The meaning of a name in one runspace. If a connection is replaced, objects of the old one use the new one in the same slot.
    /// </summary>
    private sealed class Slot;
}
