namespace HuaweiDms.PowerShell.Engine;

/// <summary>The rules for tags (5.10.1), checked before anything is sent.</summary>
internal static class TagRules
{
    private const int MaxKeyLength = 128;
    private const int MaxValueLength = 255;
    private const int MaxOlderKeyLength = 36;
    private const int MaxOlderValueLength = 43;

    /// <summary>The rule that a tag breaks; null if none.</summary>
    public static BrokenTagRule? Check(string key, string value)
        => CheckKey(key) ?? (value.Length <= MaxValueLength && value.All(IsAllowed) ? null : new("Value", value, Text.TagValueRule));

    /// <summary>The rule that a key breaks; null if none.</summary>
    public static BrokenTagRule? CheckKey(string key)
    {
        bool fits = key.Length is > 0 and <= MaxKeyLength
            && key.All(IsAllowed)
            && key.Trim() == key
            && !key.StartsWith("_sys_", StringComparison.Ordinal);
        return fits ? null : new("Key", key, Text.TagKeyRule);
    }

    /// <summary>The rule of v1.0, which allows fewer and other characters (7.1.1.1).</summary>
    public static BrokenTagRule? CheckOlder(string key, string value)
    {
        if (key.Length is 0 or > MaxOlderKeyLength || !key.All(IsAllowedInOlder))
            return new("Key", key, Text.OlderTagRule);
        return value.Length <= MaxOlderValueLength && value.All(IsAllowedInOlder) ? null : new("Value", value, Text.OlderTagRule);
    }

    /// <summary>Letters and digits of any language; characters outside the basic plane are surrogate pairs.</summary>
    private static bool IsAllowed(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is ' ' or '_' or '.' or ':' or '=' or '+' or '-' or '@';

    private static bool IsAllowedInOlder(char c) => c >= ' ' && c is not ('=' or '*' or '<' or '>' or '\\' or ',' or '|' or '/');
}
