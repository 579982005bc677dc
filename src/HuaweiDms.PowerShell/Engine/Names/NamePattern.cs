using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Tells names from patterns, the same everywhere.</summary>
internal static class NamePattern
{
    /// <summary>Whether it stands for names. What PowerShell cannot read as a pattern, such as a [ that nothing closes, stands for itself.</summary>
    public static bool Is(string name) => WildcardPattern.ContainsWildcardCharacters(name) && IsReadable(name);

    /// <summary>The pattern, for names whose capitals do not count.</summary>
    public static WildcardPattern Of(string name) => Of(name, WildcardOptions.IgnoreCase);

    /// <summary>The pattern, for texts whose capitals count.</summary>
    public static WildcardPattern OfExactly(string text) => Of(text, WildcardOptions.None);

    private static WildcardPattern Of(string name, WildcardOptions options)
        => new(IsReadable(name) ? name : WildcardPattern.Escape(name), options | WildcardOptions.CultureInvariant);

    private static bool IsReadable(string name)
    {
        try
        {
            // It is read when it is first used.
            _ = new WildcardPattern(name).IsMatch(string.Empty);
            return true;
        }
        catch (WildcardPatternException)
        {
            return false;
        }
    }
}
