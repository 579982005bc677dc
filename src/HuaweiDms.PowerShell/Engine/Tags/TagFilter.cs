using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Determines whether an object has the requested tags.</summary>
internal static class TagFilter
{
    /// <summary>True if it has every tag; a missing or '*' value matches any value, and of several values one is enough.</summary>
    public static bool Matches(IDictionary<string, string>? tags, TagTable wanted)
        => wanted.Items.TrueForAll(want => tags is not null && tags.TryGetValue(want.Key, out string? value)
            && (want.Values is null || Array.Exists(want.Values, pattern => NamePattern.OfExactly(pattern).IsMatch(value))));
}
