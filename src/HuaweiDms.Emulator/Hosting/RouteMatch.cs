namespace HuaweiDms.Emulator.Hosting;

/// <summary>A route that matches a request, with the values of its path parameters.</summary>
internal sealed class RouteMatch(Route route, IReadOnlyList<string> template, IReadOnlyList<string> segments)
{
    public Route Route { get; } = route;

    /// <summary>The unescaped value of a parameter such as <c>project_id</c>; null if the template does not have it.</summary>
    public string? this[string parameter]
    {
        get
        {
            for (int i = 0; i < template.Count; i++)
            {
                string part = template[i];
                bool matches = part.Length == parameter.Length + 2
                    && part[0] == '{'
                    && string.CompareOrdinal(part, 1, parameter, 0, parameter.Length) == 0;
                if (matches)
                    return segments[i];
            }
            return null;
        }
    }
}
