using System.Text.Json;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>A JSON object in a request body. Null counts as missing; a wrong type is rejected with the field's name.</summary>
internal sealed class JsonFields
{
    private readonly JsonElement _element;
    private readonly IReadOnlyCollection<string> _unknown;

    private JsonFields(JsonElement element, BodyErrors errors, IReadOnlyCollection<string>? unknown = null)
    {
        _element = element;
        _unknown = unknown ?? [];
        Errors = errors;
    }

    public BodyErrors Errors { get; }

    public static JsonFields Parse(byte[] body, BodyErrors errors)
    {
        if (body.Length == 0)
            throw errors.Empty();
        try
        {
            Utf8JsonReader reader = new(body);
            JsonElement element = JsonElement.ParseValue(ref reader);
            if (element.ValueKind == JsonValueKind.Object && !reader.Read())
                return new(element, errors);
        }
        catch (JsonException)
        {
            // Rejected below, like anything that is not exactly one object.
        }
        throw errors.Malformed();
    }

    /// <summary>The same object as seen by an API version that ignores certain fields: they count as missing.</summary>
    public JsonFields Without(IReadOnlyCollection<string> unknown) => new(_element, Errors, unknown);

    public string? Text(string name) => Find(name) is { } value ? ReadText(value, name) : null;

    /// <summary>A required, non-empty string.</summary>
    public string RequiredText(string name) => Text(name) is { Length: > 0 } text ? text : throw Errors.Field(name);

    /// <summary>A string that older clients send as a number, such as an engine version.</summary>
    public string? TextOrNumber(string name)
        => Find(name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : Text(name);

    public int? Integer(string name)
    {
        if (Find(name) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : throw Errors.Field(name);
    }

    public long? LongInteger(string name)
    {
        if (Find(name) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : throw Errors.Field(name);
    }

    /// <summary>An object whose values are strings.</summary>
    public IReadOnlyDictionary<string, string>? TextMap(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Object)
            throw Errors.Field(name);
        Dictionary<string, string> map = new(StringComparer.Ordinal);
        foreach (JsonProperty property in value.EnumerateObject())
            map[property.Name] = ReadText(property.Value, name);
        return map;
    }

    public bool? Flag(string name) => Find(name)?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Errors.Field(name),
    };

    /// <summary>A boolean that clients also send as a string, as in an example of the reference.</summary>
    public bool? FlagOrText(string name)
        => Find(name) is { ValueKind: JsonValueKind.String } text && bool.TryParse(ReadText(text, name), out bool flag) ? flag : Flag(name);

    public List<int>? Integers(string name)
        => Array(name)?.Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out int number) ? number : throw Errors.Field(name)).ToList();

    public List<string>? Texts(string name)
        => Array(name)?.Select(item => ReadText(item, name)).ToList();

    public JsonFields? Object(string name) => Find(name) is { } value ? ReadObject(value, name) : null;

    public List<JsonFields>? Objects(string name) => Array(name)?.Select(item => ReadObject(item, name)).ToList();

    private JsonElement.ArrayEnumerator? Array(string name)
    {
        if (Find(name) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw Errors.Field(name);
    }

    private JsonElement? Find(string name)
        => !_unknown.Contains(name) && _element.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private JsonFields ReadObject(JsonElement value, string name)
        => value.ValueKind == JsonValueKind.Object ? new JsonFields(value, Errors) : throw Errors.Field(name);

    private string ReadText(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw Errors.Field(name);
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are not UTF-8, or half a surrogate pair.
            throw Errors.Field(name);
        }
    }
}
