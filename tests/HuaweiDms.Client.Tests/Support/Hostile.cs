using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Values that users, scripts and attackers may pass in place of a name, a number or a time.</summary>
internal static class Hostile
{
    private static readonly string[] Known =
    [
        "", " ", ".", "..", "../..", "/", "\\", "a/b", "%2e%2e", "%2F", "%", "%zz", "?", "#", "a?b=c", "a&b=c", "a#b", "a;b", "a b", "+", "*", "~", "[]", "{project_id}", "{0}",
        "\r\nX-Injected: yes", "a\r\n\r\nGET /v2/stolen HTTP/1.1", "\n", "\0", "\t", "\u001b[31m", "\u007f", "\u0085", "\u2028", "\ufeff", "\"", "'", "\"},{\"action\":\"delete\"", "</script>",
        "\ud800", "\udc00x", "名字", "имя", "İı", "ñ", "\u0301", "‮gnp", "👩‍👩‍👧", "\U0010FFFF", "CON", "null", "true", "-1", "1e400", "$(rm -rf)", "`n", "; DROP TABLE",
        new('x', 5000), new('名', 3000), string.Concat(Enumerable.Repeat("../", 500)),
    ];

    /// <summary>Texts known to cause problems, and any others.</summary>
    public static Gen<string> Texts { get; } = Gen.OneOf(
        Gen.Elements(Known),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        ArbMap.Default.GeneratorFor<UnicodeString>().Select(text => text?.Get ?? ""),
        from one in Gen.Elements(Known) from other in Gen.Elements(Known) select one + other);

    /// <summary>Numbers at the ends of their ranges, and any others.</summary>
    public static Gen<long> Numbers { get; } = Gen.OneOf(
        Gen.Elements(long.MinValue, long.MinValue + 1, int.MinValue, -1, 0, 1, int.MaxValue, (long)int.MaxValue + 1, long.MaxValue - 1, long.MaxValue),
        ArbMap.Default.GeneratorFor<long>());

    /// <summary>Times at the ends of their range, and any others.</summary>
    public static Gen<DateTimeOffset> Times { get; } = Gen.OneOf(
        Gen.Elements(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch, new(1969, 12, 31, 23, 59, 59, TimeSpan.FromHours(14)), new(9999, 12, 31, 9, 59, 59, TimeSpan.FromHours(-14))),
        ArbMap.Default.GeneratorFor<DateTimeOffset>());

    /// <summary>The values for one call.</summary>
    public static Gen<Values> Arguments { get; } =
        from texts in Texts.ArrayOf(7)
        from numbers in Numbers.ArrayOf(5)
        from times in Times.ArrayOf(3)
        from choices in Gen.Choose(0, 1000).ArrayOf(7)
        select new Values(texts, numbers, times, choices);

    /// <summary>Values, used in order and repeated.</summary>
    internal sealed record Values(string[] Texts, long[] Numbers, DateTimeOffset[] Times, int[] Choices)
    {
        /// <inheritdoc/>
        public override string ToString()
            => JsonSerializer.Serialize(new { Texts = Texts.Select(text => text.Length < 80 ? text : $"{text[..80]}… ({text.Length})"), Numbers, Times, Choices });

        /// <summary>Creates arguments from these values.</summary>
        public Arguments ToArguments()
        {
            int text = 0, number = 0, time = 0, choice = 0;
            return new()
            {
                Text = name => name == "path" ? "/v2/" + Texts[text++ % Texts.Length] : Texts[text++ % Texts.Length],
                Number = () => Numbers[number++ % Numbers.Length],
                Time = () => Times[time++ % Times.Length],
                Choice = count => Choices[choice++ % Choices.Length] % count,
            };
        }
    }
}
