using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Distinguishes exact names from wildcard patterns, in the same way everywhere.</summary>
internal static class NamePattern
{
    /// <summary>
    /// Whether it is a pattern. A text that PowerShell cannot parse as a pattern, such as one with an unclosed [, is an exact name.
    /// </summary>
    public static bool Is(string name) => WildcardPattern.ContainsWildcardCharacters(name) && IsReadable(name);

    /// <summary>Creates the pattern for case-insensitive names.</summary>
    public static WildcardPattern Of(string name) => Of(name, WildcardOptions.IgnoreCase);

    /// <summary>Creates the pattern for case-sensitive texts.</summary>
    public static WildcardPattern OfExactly(string text) => Of(text, WildcardOptions.None);

    private static WildcardPattern Of(string name, WildcardOptions options)
        => new(IsReadable(name) ? name : WildcardPattern.Escape(name), options | WildcardOptions.CultureInvariant);

    private static bool IsReadable(string name)
    {
        try
        {
            // It is parsed on first use.
            _ = new WildcardPattern(name).IsMatch(string.Empty);
            return true;
        }
        catch (WildcardPatternException)
        {
            return false;
        }
    }
}
