using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Responses according to the contract, and damaged versions of them.</summary>
/// <param name="seed">The same seed produces the same damage.</param>
[SuppressMessage("Security", "CA5394", Justification = "Noise, not secrets.")]
internal sealed class HostileResponses(int seed)
{
    private const int Depth = 10_000;

    /// <summary>Replacements for any value. Not all of them are JSON.</summary>
    private static readonly string[] Strange =
    [
        "null", "true", "false", "0", "-1", "1", "0.5", "-0", "1e400", "-1e400", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
        "99999999999999999999999999999999999999999999", "1E+2", "\"\"", "\" \"", "\"null\"", "\"true\"", "\"NaN\"", "\"-Infinity\"", "\"1e999\"", "\"9223372036854775808\"",
        "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59+14:00\"", "\"253402300800000\"", "\"25:61:61\"", "\"-1 GB\"", "\"1e300 TB\"", "\"1,,2\"", "\"{\"", "\"[1,2\"",
        "\"{\\\"a\\\":{\\\"b\\\":[null]}}\"", "\"\\ud800\"", "\"\\u0000\"", "\"\\u001b[31m\"", "\"<script>\"", "[]", "[null]", "[[]]", "[{}]", "{}", "{\"\":null}", "{\"a\":1,\"a\":[]}",
        "{\"error_code\":\"DMS.00404022\",\"error_msg\":\"No.\"}",
        "NaN", "Infinity", "'x'", "undefined", "01", "+1", ".5", "\"\\x\"", "",
    ];

    /// <summary>Replacements for every single value; null removes the field.</summary>
    private static readonly string?[] Wrong = [null, "null", "{}", "[]", "[null]", "\"x\"", "-1", "1e400", "true"];

    private readonly Random _random = new(seed);

    /// <summary>Returns the successful response of an operation with every field; null if it has no body.</summary>
    public static JsonNode? Whole(ContractOperation operation)
        => operation.Responses.FirstOrDefault(response => response.Key < 300).Value is { Schema.ValueKind: JsonValueKind.Object } body ? Make(body.Schema, "", 0) : null;

    /// <summary>Returns the number of single faults in the response of an operation; for lists, those of the first object.</summary>
    public static int CountOf(ContractOperation operation) => Places(Whole(operation)).Count() * Wrong.Length;

    /// <summary>Returns the response with the fault of that number.</summary>
    public static string Wronged(ContractOperation operation, int number)
    {
        JsonNode root = Whole(operation)!;
        (JsonNode holder, string? name) = Places(root).ElementAt(number / Wrong.Length);
        string? wrong = Wrong[number % Wrong.Length];
        if (holder is JsonObject fields && wrong is null)
            fields.Remove(name!);
        else if (holder is JsonObject changed)
            changed[name!] = JsonValue.Create("@@0@@");
        else
            holder[0] = JsonValue.Create("@@0@@");
        return root.ToJsonString().Replace("\"@@0@@\"", wrong ?? "null", StringComparison.Ordinal);
    }

    /// <summary>Returns the response with damage in one or a few places.</summary>
    public string Damaged(ContractOperation operation)
    {
        if (_random.Next(12) == 0)
            return Text();
        JsonNode root = new JsonArray(Whole(operation) ?? new JsonObject());
        List<string> raw = [];
        for (int damage = _random.Next(1, 5); damage > 0; damage--)
            Damage(root, raw);
        string text = root[0]?.ToJsonString() ?? "null";
        for (int i = 0; i < raw.Count; i++)
            text = text.Replace($"\"@@{i}@@\"", raw[i], StringComparison.Ordinal);
        return _random.Next(20) == 0 ? text[..(text.Length / 2)] : text;
    }

    private static JsonNode? Make(JsonElement schema, string name, int depth)
    {
        if (depth > 12)
            return null;
        schema = ApiContract.Default.Resolve(schema);
        if (schema.TryGetProperty("example", out JsonElement example))
            return JsonNode.Parse(example.GetRawText());
        if (schema.TryGetProperty("enum", out JsonElement choices))
            return JsonNode.Parse(choices[0].GetRawText());
        return (schema.TryGetProperty("type", out JsonElement type) ? type.GetString() : "object") switch
        {
            "string" => JsonValue.Create(name.EndsWith("_at", StringComparison.Ordinal) ? "1585618587087" : "text"),
            "integer" => JsonValue.Create(2),
            "number" => JsonValue.Create(1.5),
            "boolean" => JsonValue.Create(true),
            "array" => schema.TryGetProperty("items", out JsonElement items) ? new JsonArray(Make(items, name, depth + 1), Make(items, name, depth + 1)) : [],
            _ => MakeObject(schema, depth),
        };
    }

    private static JsonObject MakeObject(JsonElement schema, int depth)
    {
        JsonObject made = [];
        if (schema.TryGetProperty("properties", out JsonElement properties))
        {
            foreach (JsonProperty property in properties.EnumerateObject())
                made[property.Name] = Make(property.Value, property.Name, depth + 1);
        }
        else if (schema.TryGetProperty("additionalProperties", out JsonElement any) && any.ValueKind == JsonValueKind.Object)
        {
            made["a key"] = Make(any, "", depth + 1);
        }
        return made;
    }

    private void Damage(JsonNode root, List<string> raw)
    {
        List<JsonNode> containers = [.. Containers(root)];
        JsonNode place = containers[_random.Next(containers.Count)];
        if (place is JsonArray { Count: > 0 } array)
        {
            int index = _random.Next(array.Count);
            if (_random.Next(8) == 0 && array.Parent is not null)
                array.RemoveAt(index);
            else
                array[index] = Instead(array[index], raw);
        }
        else if (place is JsonObject { Count: > 0 } fields)
        {
            string name = fields.ElementAt(_random.Next(fields.Count)).Key;
            switch (_random.Next(8))
            {
                case 0:
                    fields.Remove(name);
                    break;
                case 1:
                    fields[name.ToUpperInvariant() + "x"] = fields[name]?.DeepClone();
                    fields.Remove(name);
                    break;
                case 2:
                    fields[name] = fields.ElementAt(_random.Next(fields.Count)).Value?.DeepClone();
                    break;
                default:
                    fields[name] = Instead(fields[name], raw);
                    break;
            }
        }
    }

    private JsonNode? Instead(JsonNode? value, List<string> raw)
    {
        switch (_random.Next(12))
        {
            case 0:
                return new JsonArray(value?.DeepClone());
            case 1:
                return new JsonObject { ["value"] = value?.DeepClone() };
            case 2:
                return JsonValue.Create(value?.ToJsonString());
            case 3:
                return JsonValue.Create(new string('x', 20_000));
            case 4:
                raw.Add(new string('[', Depth) + new string(']', Depth));
                break;
            case 5:
                raw.Add(string.Concat(Enumerable.Repeat("{\"a\":", Depth)) + "1" + new string('}', Depth));
                break;
            case 6:
                return JsonValue.Create(new string('[', Depth) + new string(']', Depth));
            default:
                raw.Add(Strange[_random.Next(Strange.Length)]);
                break;
        }
        return JsonValue.Create(string.Create(CultureInfo.InvariantCulture, $"@@{raw.Count - 1}@@"));
    }

    private string Text() => string.Concat(Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Strange[_random.Next(Strange.Length)]));

    /// <summary>Returns each field of each object, and the first element of each list.</summary>
    private static IEnumerable<(JsonNode Holder, string? Name)> Places(JsonNode? node)
        => node switch
        {
            JsonObject fields => fields.Select(field => ((JsonNode)fields, (string?)field.Key)).Concat(fields.SelectMany(field => Places(field.Value))),
            JsonArray { Count: > 0 } items => Places(items[0]).Prepend((items, null)),
            _ => [],
        };

    private static IEnumerable<JsonNode> Containers(JsonNode node)
    {
        if (node is JsonObject or JsonArray)
            yield return node;
        IEnumerable<JsonNode?> children = node is JsonObject fields ? fields.Select(field => field.Value) : node is JsonArray items ? items : [];
        foreach (JsonNode child in children.OfType<JsonNode>().SelectMany(Containers))
            yield return child;
    }
}
