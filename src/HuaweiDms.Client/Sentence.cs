using System.Globalization;

namespace HuaweiDms;

/// <summary>Fills the sentences of Text.resx in. They read the same in every country, as everything that scripts and logs see.</summary>
internal static class Sentence
{
    public static string Format(string text, params object?[] values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
