namespace HuaweiDms.Emulator.Hosting;

/// <summary>
/// Finds the operation for a method and path. The templates of the API overlap, so from left to right a literal segment takes
/// precedence over the engine, and the engine over any other parameter. Each segment is unescaped once, after the path is split,
/// so an escaped slash belongs to its segment.
/// </summary>
internal sealed class Router
{
    private readonly Dictionary<(string Method, int Count), List<Entry>> _entries = [];

    public Router(IEnumerable<Route> routes)
    {
        foreach (Route route in routes)
        {
            string[] template = Split(route.Template);
            (string Method, int Length) key = (route.Method, template.Length);
            if (!_entries.TryGetValue(key, out List<Entry>? entries))
                _entries[key] = entries = [];
            if (entries.Exists(other => other.Rank == Rank(template) && SameLiterals(other.Template, template)))
                throw new InvalidOperationException($"{route.Method} {route.Template} is in the route table twice.");
            entries.Add(new Entry(route, template));
            entries.Sort((a, b) => string.CompareOrdinal(a.Rank, b.Rank));
        }
    }

    /// <summary>All routes.</summary>
    public IEnumerable<Route> Routes => _entries.Values.SelectMany(entries => entries).Select(entry => entry.Route);

    /// <summary>Finds the matching operation; null if there is none. HEAD is treated as GET.</summary>
    public RouteMatch? Find(string method, string path)
    {
        if (path.Length == 0 || path[0] != '/')
            return null;
        string[] segments = Split(path);
        if (!_entries.TryGetValue((method == "HEAD" ? "GET" : method, segments.Length), out List<Entry>? entries))
            return null;
        for (int i = 0; i < segments.Length; i++)
            segments[i] = Uri.UnescapeDataString(segments[i]);
        foreach (Entry entry in entries)
        {
            if (Matches(entry.Template, segments))
                return new(entry.Route, entry.Template, segments);
        }
        return null;
    }

    private static string[] Split(string path) => path.Substring(1).Split('/');

    private static bool IsParameter(string part) => part.Length > 0 && part[0] == '{';

    private static bool Matches(string[] template, string[] segments)
    {
        for (int i = 0; i < template.Length; i++)
        {
            string part = template[i];
            bool matches = part == "{engine}" ? segments[i] == "kafka"
                : IsParameter(part) ? segments[i].Length > 0
                : segments[i] == part;
            if (!matches)
                return false;
        }
        return true;
    }

    private static string Rank(string[] template)
        => new([.. template.Select(part => part == "{engine}" ? '1' : IsParameter(part) ? '2' : '0')]);

    private static bool SameLiterals(string[] a, string[] b)
        => !a.Where((part, i) => !IsParameter(part) && part != b[i]).Any();

    private sealed class Entry(Route route, string[] template)
    {
        public Route Route { get; } = route;

        public string[] Template { get; } = template;

        public string Rank { get; } = Rank(template);
    }
}
