using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The connections of this process. Each belongs to the runspace that made it and is current there alone; a runspace
/// without one of its own, as in <c>ForEach-Object -Parallel</c>, uses the first that was made in the process.
/// </summary>
internal static class ContextStore
{
    /// <summary>Beyond this many, connections that runspaces left behind when they closed are given up, oldest first.</summary>
    private const int Most = 64;

    private static readonly object Gate = new();
    private static readonly object NoRunspace = new();
    private static readonly List<Entry> Entries = [];
    private static readonly ConditionalWeakTable<object, Selection> Selections = new();

    /// <summary>Adds a connection, makes it current here, and gives back the one of the same name that it replaces here.</summary>
    public static DmsContext? Add(DmsContext context)
    {
        lock (Gate)
        {
            object here = Here;
            Entry? replaced = Entries.Find(entry => entry.IsOwnedBy(here) && entry.Context.HasName(context.Name));
            if (replaced is not null)
                Entries.Remove(replaced);
            Entries.Add(new Entry(context, new WeakReference<object>(here)));
            GiveUpLeftBehind();
            Selections.GetOrCreateValue(here).Current = context;
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
            object here = Here;
            DmsContext[] own = [.. Entries.Where(entry => entry.IsOwnedBy(here)).Select(entry => entry.Context)];
            Entries.RemoveAll(entry => entry.IsOwnedBy(here));
            return own;
        }
    }

    public static void Select(DmsContext context)
    {
        lock (Gate)
        {
            Selections.GetOrCreateValue(Here).Current = context;
        }
    }

    /// <summary>All connections of the process; this runspace's own come first and hide others of the same name.</summary>
    public static IReadOnlyList<DmsContext> All()
    {
        lock (Gate)
        {
            object here = Here;
            return
            [
                .. Entries.OrderBy(entry => entry.IsOwnedBy(here) ? 0 : 1)
                    .GroupBy(entry => entry.Context.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(group => group.First().Context),
            ];
        }
    }

    public static DmsContext? Current()
    {
        lock (Gate)
        {
            object here = Here;
            if (Selections.TryGetValue(here, out Selection? selection) && Entries.Exists(entry => ReferenceEquals(entry.Context, selection.Current)))
                return selection.Current;
            return (Entries.FindLast(entry => entry.IsOwnedBy(here)) ?? Entries.FirstOrDefault())?.Context;
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

    private static DmsContext Find(ContextReference reference)
    {
        IReadOnlyList<DmsContext> all = All();
        if (reference.Context is { } context)
            return IsOpen(context) ? context : throw new FailureException(Failures.ContextNotFound(context.Name, all.Select(candidate => candidate.Name)));
        return all.FirstOrDefault(candidate => candidate.HasName(reference.Name))
            ?? throw new FailureException(Failures.ContextNotFound(reference.Name, all.Select(candidate => candidate.Name)));
    }

    private static bool IsOpen(DmsContext context)
    {
        lock (Gate)
            return Entries.Exists(entry => ReferenceEquals(entry.Context, context));
    }

    /// <summary>Objects may still want to go back to a connection whose runspace has closed, so it is kept while there is room.</summary>
    private static void GiveUpLeftBehind()
    {
        if (Entries.Count > Most && Entries.Find(entry => entry.IsLeftBehind) is { } oldest)
        {
            Entries.Remove(oldest);
            oldest.Context.Client.Dispose();
        }
    }

    /// <summary>Whether a connection is called so; upper and lower case are the same.</summary>
    public static bool HasName(this DmsContext context, string name) => string.Equals(context.Name, name, StringComparison.OrdinalIgnoreCase);

    private static object Here => (object?)Runspace.DefaultRunspace ?? NoRunspace;

    private sealed class Entry(DmsContext context, WeakReference<object> owner)
    {
        public DmsContext Context => context;

        public bool IsLeftBehind
            => !owner.TryGetTarget(out object? runspace)
                || runspace is Runspace { RunspaceStateInfo.State: RunspaceState.Closed or RunspaceState.Broken };

        public bool IsOwnedBy(object runspace) => owner.TryGetTarget(out object? own) && ReferenceEquals(own, runspace);
    }

    private sealed class Selection
    {
        public DmsContext? Current { get; set; }
    }
}
