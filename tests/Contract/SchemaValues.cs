using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HuaweiDms.Contract;

/// <summary>
/// Generates values that a schema of the contract allows, preferring the limits of what is allowed. The result depends on the
/// seed only.
/// </summary>
[SuppressMessage("Security", "CA5394", Justification = "Noise, not secrets.")]
public sealed class SchemaValues(ApiContract contract, SchemaUse use, int seed)
{
    /// <summary>The prefix of generated fields that no schema has.</summary>
    public const string Newer = "newer_";

    private readonly SchemaTexts _texts = new(new(seed));
    private readonly Random _random = new(~seed);

    /// <summary>Generates the value of a field whose schema is incomplete; null leaves it to the schema.</summary>
    public Func<SchemaField, Random, JsonNode?>? ValueOf { get; init; }

    /// <summary>Whether an optional field is always present.</summary>
    public Func<SchemaField, bool> IsAlwaysPresent { get; init; } = static _ => false;

    private bool IsResponse => use.HasFlag(SchemaUse.Read);

    /// <summary>A value for a schema.</summary>
    public JsonNode? Make(JsonElement schema) => Make(schema, new("", ""), 0);

    /// <summary>The name of the referenced schema; otherwise the name of the enclosing one.</summary>
    public static string NameOf(JsonElement schema, string around)
        => schema.TryGetProperty("$ref", out JsonElement reference) ? reference.GetString()!.Split('/')[^1] : around;

    private JsonNode? Make(JsonElement schema, SchemaField field, int depth)
    {
        if (ValueOf?.Invoke(field, _random) is { } value)
            return value;
        JsonElement target = contract.Resolve(schema);
        string documented = TypeOf(target);
        string type = AlternativeTo(documented, schema, target);
        if (type == "null")
            return null;
        if (target.TryGetProperty("enum", out JsonElement choices))
            return As(type, JsonNode.Parse(Any(choices.EnumerateArray()).GetRawText())!);
        return documented switch
        {
            "integer" => As(type, Integer(target, type)),
            "number" => As(type, JsonNode.Parse(Any("0", "-0.5", "1E-7", "4.9E-324", "0.1", "99.99", "1.7976931348623157E+308", "-1e15"))!),
            "boolean" => As(type, JsonValue.Create(_random.Next(2) == 0)),
            "array" => List(target, field, depth),
            "object" => Object(target, NameOf(schema, field.Owner + "/" + field.Name), depth),
            _ => Text(schema, target, type),
        };
    }

    private static string TypeOf(JsonElement target) => target.TryGetProperty("type", out JsonElement type) ? type.GetString()! : "object";

    /// <summary>The documented type or one of its alternatives.</summary>
    private string AlternativeTo(string documented, JsonElement schema, JsonElement target)
    {
        string[] alternatives = Alternatives(schema, target);
        return alternatives.Length > 0 && _random.Next(3) == 0 ? Any(alternatives) : documented;
    }

    private string[] Alternatives(JsonElement schema, JsonElement target)
        => !IsResponse ? []
            : schema.TryGetProperty("x-wire-types", out JsonElement types) || target.TryGetProperty("x-wire-types", out types)
                ? [.. types.EnumerateArray().Select(type => type.GetString()!)]
                : [];

    private static JsonNode As(string type, JsonNode value)
        => type == "string" && value.GetValueKind() != JsonValueKind.String ? JsonValue.Create(value.ToJsonString()) : value;

    private JsonNode Integer(JsonElement target, string type)
    {
        bool isWide = target.TryGetProperty("format", out JsonElement format) && format.ValueEquals("int64");
        if (type == "number" && _random.Next(2) == 0)
            return JsonNode.Parse("9223372036854776000")!;
        long least = target.TryGetProperty("minimum", out JsonElement low) ? low.GetInt64() : isWide ? long.MinValue : int.MinValue;
        long most = target.TryGetProperty("maximum", out JsonElement high) ? high.GetInt64() : isWide ? long.MaxValue : int.MaxValue;
        return JsonValue.Create(Math.Clamp(
            _random.Next(6) switch
            {
                0 => least,
                1 => most,
                2 => _random.Next(-1, 3),
                3 => (long)_random.Next() << _random.Next(32),
                _ => _random.Next(),
            },
            least,
            most));
    }

    private JsonNode Text(JsonElement schema, JsonElement target, string type)
    {
        switch (type)
        {
            case "integer" or "number":
                return JsonValue.Create(_random.Next());
            case "boolean":
                return JsonValue.Create(_random.Next(2) == 0);
            case "object":
                return new JsonObject { [_texts.Free(1, 8)] = _texts.Free(0, 8) };
        }
        string[] alternatives = Alternatives(schema, target);
        return alternatives.Contains("integer") || alternatives.Contains("number") ? JsonValue.Create(_random.Next().ToString(CultureInfo.InvariantCulture))
            : alternatives.Contains("boolean") ? JsonValue.Create(Any("true", "false"))
            : JsonValue.Create(_texts.Allowed(target, it => contract.Check(target, JsonSerializer.SerializeToElement(it), SchemaUse.Written).Count == 0));
    }

    private JsonArray List(JsonElement target, SchemaField field, int depth)
    {
        JsonArray made = [];
        int least = target.TryGetProperty("minItems", out JsonElement low) ? low.GetInt32() : 0;
        int most = target.TryGetProperty("maxItems", out JsonElement high) ? high.GetInt32() : int.MaxValue;
        for (int count = Math.Clamp(least + _random.Next(depth > 4 ? 2 : 4), least, most); count > 0; count--)
            made.Add(target.TryGetProperty("items", out JsonElement items) ? Make(items, field, depth + 1) : _texts.Free(0, 8));
        return made;
    }

    private JsonObject Object(JsonElement target, string owner, int depth)
    {
        JsonObject made = [];
        if (target.TryGetProperty("properties", out JsonElement properties))
        {
            string[] required = target.TryGetProperty("required", out JsonElement names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];
            int presentInTen = Any(2, 7, 10);
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                SchemaField field = new(owner, property.Name);
                if (IsResponse && property.Value.TryGetProperty("writeOnly", out JsonElement secret) && secret.GetBoolean())
                    continue;
                if (required.Contains(property.Name) || IsAlwaysPresent(field) || _random.Next(10) < presentInTen)
                    made[property.Name] = Make(property.Value, field, depth + 1);
            }
            // Future versions of the service may return more fields.
            if (IsResponse && !use.HasFlag(SchemaUse.OnlyKnownFields) && _random.Next(8) == 0)
                made[Newer + _texts.Free(0, 4)] = new JsonArray(new JsonObject { ["é\"\n"] = -1 }, null, 0.5, "x");
        }
        else if (!target.TryGetProperty("additionalProperties", out JsonElement any) || any.ValueKind != JsonValueKind.False)
        {
            for (int count = _random.Next(4); count > 0; count--)
                made[_texts.Free(1, 8)] = any.ValueKind == JsonValueKind.Object ? Make(any, new(owner, "*"), depth + 1) : _texts.Free(0, 8);
        }
        return made;
    }

    private T Any<T>(params IEnumerable<T> choices)
    {
        List<T> all = [.. choices];
        return all[_random.Next(all.Count)];
    }
}
