using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Compares a property with the value on the wire.</summary>
internal static class WireComparison
{
    /// <summary>Words that differ between the library and the wire.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["all"] = "All",
        ["pub"] = "Publish",
        ["sub"] = "Subscribe",
        ["private_plain_enable"] = "PrivatePlain",
        ["private_sasl_ssl_enable"] = "PrivateSaslSsl",
        ["public_sasl_plaintext_enable"] = "PublicSaslPlaintext",
    };

    /// <summary>Returns whether they are equal.</summary>
    public static bool Is(JsonElement shown, object? value)
        => value switch
        {
            null => shown.ValueKind == JsonValueKind.Null || shown.ToString().Length == 0,
            string text => Words.GetValueOrDefault(shown.ToString()) == text || text == shown.ToString() || (shown.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Object && text == shown.GetRawText()),
            byte[] bytes => Encoding.UTF8.GetString(bytes) == shown.ToString(),
            bool flag => flag == (shown.ToString().ToLowerInvariant() is "true" or "actived" or "success"),
            int or long => IsNumber(shown.ToString(), Convert.ToInt64(value, CultureInfo.InvariantCulture), value is int),
            double real => double.TryParse(shown.ToString().TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out double expected) && real == expected,
            DateTimeOffset time when shown.ValueKind == JsonValueKind.Object => shown.GetProperty("expires_at").GetDateTimeOffset() == time,
            DateTimeOffset time => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) == shown.ToString()
                || (DateTimeOffset.TryParse(shown.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset expected) && expected == time),
            TimeSpan time => shown.ValueKind == JsonValueKind.Number || !shown.ToString().Contains(':', StringComparison.Ordinal)
                ? double.TryParse(shown.ToString(), CultureInfo.InvariantCulture, out double number) && (number == time.TotalSeconds || number == time.TotalHours)
                : time.ToString("c", CultureInfo.InvariantCulture).StartsWith(shown.ToString(), StringComparison.Ordinal),
            ChargingMode mode => (int)mode == shown.GetInt32(),
            Enum choice => string.Equals(choice.ToString(), shown.ToString(), StringComparison.OrdinalIgnoreCase),
            IDictionary<string, string> texts => IsTexts(shown, texts),
            IDictionary<string, object?> fields => IsFields(shown, fields),
            AccessMode[] modes => IsModes(Unfolded(shown), modes),
            CrossVpcAddress[] addresses => IsAddresses(Unfolded(shown), addresses),
            string[] list when shown.ValueKind == JsonValueKind.String
                => list.SequenceEqual(shown.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
            // An empty value has no name.
            string[] list when shown.ValueKind == JsonValueKind.Array => IsList([.. shown.EnumerateArray().Where(item => item.ToString().Length > 0)], [.. list.Where(item => item.Length > 0)]),
            IEnumerable list when shown.ValueKind == JsonValueKind.Array => IsList([.. shown.EnumerateArray()], [.. list.Cast<object?>()]),
            _ => false,
        };

    private static bool IsNumber(string shown, long value, bool isShort)
    {
        if (!decimal.TryParse(shown, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
            return shown.Length > 0 && SizeOf(shown) == value;
        return value == (isShort ? Math.Clamp(number, int.MinValue, int.MaxValue) : Math.Clamp(number, long.MinValue, long.MaxValue));
    }

    private static long? SizeOf(string shown)
        => decimal.TryParse(shown[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            ? (long)Math.Round(number * (decimal)Math.Pow(1024, "BKMGT".IndexOf(shown[^1], StringComparison.Ordinal)), MidpointRounding.AwayFromZero)
            : null;

    private static bool IsTexts(JsonElement shown, IDictionary<string, string> texts)
        => shown.ValueKind switch
        {
            JsonValueKind.Object => shown.EnumerateObject().Count() == texts.Count
                && shown.EnumerateObject().All(field => texts.TryGetValue(field.Name, out string? text) && text == field.Value.ToString()),
            // If a key repeats, the last value applies.
            JsonValueKind.Array => shown.EnumerateArray().Where(pair => pair.TryGetProperty("key", out _)).GroupBy(pair => pair.GetProperty("key").GetString()!)
                .All(pairs => texts.TryGetValue(pairs.Key, out string? text) && text == (pairs.Last().TryGetProperty("value", out JsonElement last) ? last.GetString() : "")),
            _ => string.Join(',', texts.Select(pair => $"{pair.Key}:{pair.Value}")) == shown.ToString(),
        };

    private static bool IsFields(JsonElement shown, IDictionary<string, object?> fields)
        => Unfolded(shown) is { ValueKind: JsonValueKind.Object } given
            && given.EnumerateObject().Count() == fields.Count
            && given.EnumerateObject().All(field => fields.TryGetValue(field.Name, out object? value) && Is(field.Value, value));

    private static bool IsList(List<JsonElement> shown, List<object?> list)
        => shown.Count == list.Count && shown.Zip(list).All(pair => Is(NameIn(pair.First), pair.Second));

    /// <summary>An object with only a name is read as that name.</summary>
    private static JsonElement NameIn(JsonElement shown)
        => shown.ValueKind == JsonValueKind.Object && shown.TryGetProperty("name", out JsonElement name) ? name : shown;

    private static bool IsModes(JsonElement shown, AccessMode[] modes)
        => shown.EnumerateObject().Where(field => field.Name.StartsWith("private_", StringComparison.Ordinal) || field.Name.StartsWith("public_", StringComparison.Ordinal)).All(field => modes.Any(mode =>
        {
            string wire = string.Concat(mode.Name!.Select(letter => char.IsUpper(letter) ? "_" + char.ToLowerInvariant(letter) : letter.ToString()))[1..];
            return (field.Name == wire + "_enable" && mode.Enabled == field.Value.GetBoolean())
                || (field.Name == wire + "_address" && Is(field.Value, mode.Addresses))
                || (field.Name == wire + "_domain_name" && Is(field.Value, mode.DomainNames));
        }));

    private static bool IsAddresses(JsonElement shown, CrossVpcAddress[] addresses)
        => shown.EnumerateObject().Zip(addresses).All(pair => pair.First.Name == pair.Second.ListenerIp
            && Is(pair.First.Value.GetProperty("advertised_ip"), pair.Second.AdvertisedIp)
            && Is(pair.First.Value.GetProperty("port"), pair.Second.Port)
            && Is(pair.First.Value.GetProperty("port_id"), pair.Second.PortId));

    private static JsonElement Unfolded(JsonElement shown)
    {
        if (shown.ValueKind != JsonValueKind.String)
            return shown;
        try
        {
            return JsonElement.Parse(shown.GetString()!);
        }
        catch (JsonException)
        {
            return shown;
        }
    }
}
