namespace HuaweiDms.Emulator.Hosting;

/// <summary>A route that fits a request, and the path's values for its parameters.</summary>
internal sealed class RouteMatch(Route route, IReadOnlyList<string> template, IReadOnlyList<string> segments)
{
    public Route Route { get; } = route;

    /// <summary>The unescaped value of a parameter such as <c>project_id</c>; null when the template has none of that name.</summary>
    public string? this[string parameter]
    {
        get
        {
            for (int i = 0; i < template.Count; i++)
            {
                string part = template[i];
                bool isIt = part.Length == parameter.Length + 2
                    && part[0] == '{'
                    && string.CompareOrdinal(part, 1, parameter, 0, parameter.Length) == 0;
                if (isIt)
                    return segments[i];
            }
            return null;
        }
    }
}
