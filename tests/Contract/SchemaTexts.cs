using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace HuaweiDms.Contract;

/// <summary>Generates strings, with or without a pattern.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Noise, not secrets.")]
internal sealed class SchemaTexts(Random random)
{
    private const string Name = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

    /// <summary>Each is one character in the sense of JSON Schema.</summary>
    private static readonly string[] Letters =
    [
        .. Name.Select(letter => letter.ToString()), " ", ".", "/", "\\", "\"", "'", ",", ";", ":", "<", "&", "%", "+", "=", "?", "#", "{", "}", "[", "\t", "\n", "\r", "\u0001",
        "é", "ß", "İ", "ж", "א", "名", "字", "\u0301", "\u200d", "\u2028", "\ufeff", "\ufffd", "😀", "👩", "\U0010FFFF",
    ];

    /// <summary>A match for each pattern that random strings rarely match.</summary>
    private static readonly string[] Plain = ["7", "20260102030405", "kafka", "22:00:00"];

    /// <summary>A string of any characters.</summary>
    public string Free(int least, int most)
    {
        int length = random.Next(4) == 0 ? least : random.Next(least, most + 1);
        int letters = random.Next(2) == 0 ? Name.Length : Letters.Length;
        return string.Concat(Enumerable.Range(0, length).Select(_ => Letters[random.Next(letters)]));
    }

    /// <summary>A string that matches the length and pattern of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="isAllowed">Whether the schema allows a string.</param>
    public string Allowed(JsonElement schema, Func<string, bool> isAllowed)
    {
        int least = schema.TryGetProperty("minLength", out JsonElement low) ? low.GetInt32() : 0;
        int most = schema.TryGetProperty("maxLength", out JsonElement high) ? high.GetInt32() : Math.Max(least, 24);
        int length = random.Next(5) switch
        {
            0 => least,
            1 => most,
            _ => random.Next(least, Math.Min(most, least + 24) + 1),
        };
        if (!schema.TryGetProperty("pattern", out JsonElement pattern))
            return Free(length, length);
        for (int attempt = 0; attempt < 100; attempt++)
        {
            string made = (attempt % 4) switch
            {
                0 => Free(length, length).Trim(),
                1 => Of(Name, length),
                2 => Of("0123456789", length),
                _ => Clock(),
            };
            if (isAllowed(made))
                return made;
        }
        return Plain.FirstOrDefault(isAllowed) ?? throw new NotSupportedException($"No string was found for the pattern {pattern}.");
    }

    private string Of(string letters, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => letters[random.Next(letters.Length)]));

    private string Clock() => new TimeOnly(random.Next(24), random.Next(2) * 30).ToString(random.Next(2) == 0 ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture);
}
