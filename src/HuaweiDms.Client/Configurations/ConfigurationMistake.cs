using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HuaweiDms;

/// <summary>
/// Finds out what is wrong at the place where the serializer stopped, because it reports only the place. Either the type has no property of
/// that name, or the value has the wrong type.
/// </summary>
internal static class ConfigurationMistake
{
    /// <summary>The maximum number of characters shown of a value.</summary>
    private const int MostLetters = 40;

    /// <summary>Creates the exception for the error at a place.</summary>
    /// <param name="path">The JSON path of the place.</param>
    /// <param name="json">The text that was parsed.</param>
    /// <param name="root">The type that was expected.</param>
    /// <param name="line">The line number; null if the caller cannot see lines.</param>
    public static DmsException Find(string path, string json, JsonTypeInfo root, long? line)
    {
        string place = path.TrimStart('$').TrimStart('.');
        Type type = root.Type;
        JsonElement value = Parse(json, root.Options);
        int at = 1;
        while (at < path.Length)
        {
            if (value.ValueKind == JsonValueKind.Array)
            {
                int end = path.IndexOf(']', at);
                value = value[int.Parse(path.Substring(at + 1, end - at - 1), CultureInfo.InvariantCulture)];
                type = type.GetElementType()!;
                at = end + 1;
                continue;
            }
            if (Field(value, path, ref at) is not { } field)
                return DmsErrors.ConfigurationMistake(line, place);
            value = field.Value;
            IList<JsonPropertyInfo> known = root.Options.GetTypeInfo(type).Properties;
            if (type.IsGenericType)
                type = type.GetGenericArguments()[1];
            else if (known.FirstOrDefault(property => string.Equals(property.Name, field.Name, StringComparison.OrdinalIgnoreCase)) is { } one)
                type = one.PropertyType;
            else
                return DmsErrors.ConfigurationUnknown(line, place, ClosestName.Find(field.Name, known.Select(property => property.Name)));
        }
        // An unpaired surrogate is not valid text, and an object with one in a name is not valid either.
        string expected = Describe(type);
        string found = Describe(value);
        return expected == found || (type == typeof(string) && value.ValueKind == JsonValueKind.String)
            ? DmsErrors.ConfigurationMistake(line, place)
            : DmsErrors.ConfigurationMistyped(line, place, expected, found);
    }

    /// <summary>Returns the field that the next part of the path names, and advances past it; null if there is none.</summary>
    private static JsonProperty? Field(JsonElement value, string path, ref int at)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return null;
        foreach (JsonProperty field in value.EnumerateObject())
        {
            // A name that could be mistaken for several parts is in brackets.
            string part = path[at] == '.' ? $".{field.Name}" : $"['{field.Name}']";
            int end = at + part.Length;
            if (string.CompareOrdinal(path, at, part, 0, part.Length) == 0 && (path.Length == end || path[end] is '.' or '['))
            {
                at = end;
                return field;
            }
        }
        return null;
    }

    private static JsonElement Parse(string json, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.Parse(json, new() { AllowTrailingCommas = options.AllowTrailingCommas, CommentHandling = options.ReadCommentHandling });
        return document.RootElement.Clone();
    }

    private static string Describe(Type type)
        => (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            { IsArray: true } => "a list",
            var plain when plain == typeof(int) || plain == typeof(long) => "a whole number",
            var plain when plain == typeof(bool) => "true or false",
            var plain when plain == typeof(string) => "text",
            _ => "an object",
        };

    private static string Describe(JsonElement value)
        => value.ValueKind switch
        {
            JsonValueKind.Array => "a list",
            JsonValueKind.Object => "an object",
            _ => Printable.Shorten(value.GetRawText(), MostLetters),
        };
}
