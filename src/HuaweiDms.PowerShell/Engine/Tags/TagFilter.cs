using System.Collections;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Whether an object has the tags asked for.</summary>
internal static class TagFilter
{
    /// <summary>True when it has every tag; a missing or '*' value takes any.</summary>
    public static bool Matches(IDictionary<string, string>? tags, IDictionary wanted)
    {
        foreach (DictionaryEntry want in wanted)
        {
            string pattern = want.Value?.ToString() ?? "*";
            if (tags is null || !tags.TryGetValue(want.Key.ToString()!, out string? value)
                || !NamePattern.OfExactly(pattern).IsMatch(value))
                return false;
        }
        return true;
    }
}
