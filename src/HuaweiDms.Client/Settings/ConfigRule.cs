using System.Globalization;
using System.Text.RegularExpressions;

namespace HuaweiDms;

/// <summary>
/// The values that a setting accepts, derived from its type and <c>valid_values</c> (5.1.7): <c>1~3</c>, <c>true,false</c>, or several of
/// these. Values for topics are in brackets, and their ranges use dots (5.5.3): <c>[0...10485760]</c>. A rule that cannot be interpreted
/// with certainty excludes nothing; the service then decides.
/// </summary>
internal sealed class ConfigRule
{
    private static readonly Regex RangeForm = new(
        @"^(?<least>-?\d+(?:\.\d+)?)\s*(?:[~～]|\.\.\.)\s*(?<most>-?\d+(?:\.\d+)?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private static readonly char[] Separators = [',', '，', '|'];

    private readonly ValueKind _kind;
    private readonly IReadOnlyList<string> _words;

    private ConfigRule(ValueKind kind, IReadOnlyList<(decimal Least, decimal Most)> ranges, IReadOnlyList<string> words)
    {
        _kind = kind;
        Ranges = ranges;
        _words = words;
    }

    /// <summary>The ranges of numbers, both ends included; a single number is a range of its own.</summary>
    public IReadOnlyList<(decimal Least, decimal Most)> Ranges { get; }

    /// <summary>The words it accepts; null if it accepts numbers or any text.</summary>
    public string[]? Words => _words.Count > 0 ? [.. _words] : null;

    /// <summary>The accepted values, in words.</summary>
    public string Explanation => _kind switch
    {
        ValueKind.WholeNumber when Ranges.Count == 0 => Text.ConfigWholeNumberRule,
        ValueKind.WholeNumber => Format(Text.ConfigWholeNumberRangeRule, RangesInWords),
        ValueKind.Number when Ranges.Count == 0 => Text.ConfigNumberRule,
        ValueKind.Number => Format(Text.ConfigNumberRangeRule, RangesInWords),
        ValueKind.List => Format(Text.ConfigListRule, string.Join(", ", _words)),
        _ => Format(Text.ConfigWordRule, string.Join(", ", _words)),
    };

    private string RangesInWords
        => string.Join(" or ", Ranges.Select(range => range.Least == range.Most ? ToText(range.Least) : $"{ToText(range.Least)} to {ToText(range.Most)}"));

    public static ConfigRule Read(string? validValues, string? type)
    {
        string[] parts = [.. (validValues ?? string.Empty).Trim().TrimStart('[').TrimEnd(']').Split(Separators).Select(part => part.Trim()).Where(part => part.Length > 0)];
        (decimal Least, decimal Most)?[] ranges = [.. parts.Select(ReadRange)];
        bool numeric = ranges.Length > 0 && Array.TrueForAll(ranges, range => range is not null);
        ValueKind kind = KindOf(type, numeric);
        if (kind is ValueKind.WholeNumber or ValueKind.Number)
            return new(kind, numeric ? [.. ranges.Select(range => range!.Value)] : [], []);
        if (kind == ValueKind.Boolean)
            return new(kind, [], ["true", "false"]);
        // A single word of an unknown type may be a description instead of the only value.
        bool listed = kind == ValueKind.List || parts.Length > 1 || string.Equals(type, "enum", StringComparison.OrdinalIgnoreCase);
        return new(kind, [], listed ? parts : []);
    }

    /// <summary>Returns the value as it is sent; null if it is not allowed.</summary>
    public string? Accept(string value)
    {
        string text = value.Trim();
        return _kind switch
        {
            ValueKind.WholeNumber => AcceptNumber(text, NumberStyles.AllowLeadingSign),
            ValueKind.Number => AcceptNumber(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint),
            ValueKind.List when _words.Count > 0 => AcceptList(text),
            _ when _words.Count > 0 => Find(text),
            _ => text,
        };
    }

    /// <summary>Returns a value as the type that a script expects: integers, numbers and Booleans instead of text.</summary>
    public object? ToNatural(string? text)
    {
        if (_kind is ValueKind.WholeNumber && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long whole))
            return whole;
        if (_kind is ValueKind.WholeNumber or ValueKind.Number && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real))
            return real;
        bool isSwitch = _words.Count == 2 && Find("true") is not null && Find("false") is not null;
        return isSwitch && bool.TryParse(text, out bool flag) ? flag : text;
    }

    private static ValueKind KindOf(string? type, bool numeric)
        => type?.Trim().ToUpperInvariant() switch
        {
            "INTEGER" or "INT" or "LONG" or "SHORT" => ValueKind.WholeNumber,
            "DOUBLE" or "FLOAT" or "DECIMAL" or "NUMBER" => ValueKind.Number,
            "BOOLEAN" or "BOOL" => ValueKind.Boolean,
            "LIST" or "ARRAY" => ValueKind.List,
            "ENUM" => ValueKind.Word,
            _ => numeric ? ValueKind.Number : ValueKind.Word,
        };

    private static (decimal Least, decimal Most)? ReadRange(string part)
    {
        if (ToNumber(part, NumberStyles.Float) is { } single)
            return (single, single);
        Match range = RangeForm.Match(part);
        return range.Success
            && ToNumber(range.Groups["least"].Value, NumberStyles.Float) is { } least
            && ToNumber(range.Groups["most"].Value, NumberStyles.Float) is { } most
            ? (least, most)
            : null;
    }

    private string? AcceptNumber(string text, NumberStyles form)
        => ToNumber(text, form) is { } number && (Ranges.Count == 0 || Ranges.Any(range => number >= range.Least && number <= range.Most))
            ? ToText(number)
            : null;

    private string? AcceptList(string text)
    {
        string?[] found = [.. text.Split(',').Select(item => Find(item.Trim()))];
        return Array.TrueForAll(found, item => item is not null) ? string.Join(",", found) : null;
    }

    private string? Find(string text) => _words.FirstOrDefault(word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase));

    private static decimal? ToNumber(string text, NumberStyles form)
        => decimal.TryParse(text, form, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static string ToText(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>How values are interpreted.</summary>
    private enum ValueKind
    {
        /// <summary>One of several words, or any text.</summary>
        Word,

        /// <summary>An integer.</summary>
        WholeNumber,

        /// <summary>Any number.</summary>
        Number,

        /// <summary>true or false.</summary>
        Boolean,

        /// <summary>Several words, separated by commas.</summary>
        List,
    }
}
