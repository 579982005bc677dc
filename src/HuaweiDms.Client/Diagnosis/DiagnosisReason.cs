using System.Globalization;
using System.Text.Json;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>
/// Parses the reason of a check, a text in one of three formats (5.11.1): numbers separated by commas, lags by partition, or values by
/// epoch milliseconds. Returns null for any other format; the text itself remains available.
/// </summary>
internal static class DiagnosisReason
{
    /// <summary>Parses numbers separated by commas, or an array of them.</summary>
    public static int[]? Numbers(string? reason)
    {
        string[] parts = CommaListConverter.Split(reason?.Trim('[', ']', ' ')) ?? [];
        int[] numbers = [.. parts.Select(part => TolerantInt32Converter.Parse(part.Trim('"'))).OfType<int>()];
        return parts.Length > 0 && numbers.Length == parts.Length ? numbers : null;
    }

    /// <summary>Parses lags by partition, ordered by partition.</summary>
    public static DiagnosisLag[]? Lags(string? reason)
        => Pairs(reason, (key, value) => value.TryGetInt64(out long lag) ? new DiagnosisLag { Partition = (int)Math.Min(key, int.MaxValue), Lag = lag } : null)
            ?.OrderBy(lag => lag.Partition).ToArray();

    /// <summary>Parses values by time, earliest first.</summary>
    public static DiagnosisBurst[]? Bursts(string? reason)
        => Pairs(reason, (key, value) => key <= TolerantTimeConverter.LastMillisecond ? new DiagnosisBurst { At = DateTimeOffset.FromUnixTimeMilliseconds(key), Value = value.GetDouble() } : null)
            ?.OrderBy(burst => burst.At).ToArray();

    private static List<T>? Pairs<T>(string? reason, Func<long, JsonElement, T?> read)
        where T : class
    {
        if (reason is null || !reason.TrimStart().StartsWith("{", StringComparison.Ordinal))
            return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(reason);
            List<T> pairs = [];
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (!long.TryParse(property.Name, NumberStyles.None, CultureInfo.InvariantCulture, out long key)
                    || property.Value.ValueKind != JsonValueKind.Number
                    || read(key, property.Value) is not { } pair)
                    return null;
                pairs.Add(pair);
            }
            return pairs;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
