using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HuaweiDms.Contract;

/// <summary>
/// Validates JSON against the part of JSON Schema that the contract uses. An unknown keyword is an error when the contract is
/// loaded, so nothing in the contract is silently ignored.
/// </summary>
internal sealed class SchemaReader
{
    /// <summary>Fields that the reference declares as strings but shows as numbers, where numbers are sent (5.3.1).</summary>
    private static readonly HashSet<string> SentAsShown = ["node_cnt"];

    /// <summary>Undocumented fields that the service is known to return (the operation in progress on the topics of an instance).</summary>
    private static readonly HashSet<string> KnownBeyond = ["/task"];

    private static readonly HashSet<string> KnownWords =
    [
        "type", "$ref", "properties", "required", "items", "additionalProperties", "enum", "pattern", "format", "default", "example",
        "minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "writeOnly", "description", "deprecated",
        "x-wire-types", "x-wire-note", "x-doc-name", "x-newer-fields",
    ];

    private static readonly HashSet<string> KnownFormats = ["int32", "int64", "double", "password"];
    private readonly JsonElement _document;

    public SchemaReader(JsonElement document)
    {
        _document = document;
        foreach (JsonProperty schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
            RejectUnknownKeywords(schema.Value, schema.Name);
    }

    /// <summary>Resolves a reference; returns other nodes unchanged.</summary>
    public JsonElement Resolve(JsonElement node)
    {
        while (node.TryGetProperty("$ref", out JsonElement reference))
            node = reference.GetString()!.Split('/').Skip(1).Aggregate(_document, (at, name) => at.GetProperty(name));
        return node;
    }

    /// <summary>Checks a value against a schema and returns the violations.</summary>
    public IReadOnlyList<(string Pointer, string Message)> Check(JsonElement schema, JsonElement value, SchemaUse use)
    {
        Validation validation = new(this, use);
        validation.Check(schema, value, "");
        return validation.Findings;
    }

    private static void RejectUnknownKeywords(JsonElement schema, string where)
    {
        foreach (JsonProperty word in schema.EnumerateObject())
        {
            if (!KnownWords.Contains(word.Name))
                throw new NotSupportedException($"The contract's {where} uses '{word.Name}', which this validator does not support.");
        }
        if (schema.TryGetProperty("format", out JsonElement format) && !KnownFormats.Contains(format.GetString()!))
            throw new NotSupportedException($"The contract's {where} uses the format '{format}', which this validator does not support.");
        if (schema.TryGetProperty("properties", out JsonElement properties))
        {
            foreach (JsonProperty property in properties.EnumerateObject())
                RejectUnknownKeywords(property.Value, where + "/" + property.Name);
        }
        foreach (string inner in new[] { "items", "additionalProperties" })
        {
            if (schema.TryGetProperty(inner, out JsonElement element) && element.ValueKind == JsonValueKind.Object)
                RejectUnknownKeywords(element, where + "/" + inner);
        }
    }

    private sealed class Validation(SchemaReader reader, SchemaUse use)
    {
        public List<(string Pointer, string Message)> Findings { get; } = [];

        private bool IsResponse => use.HasFlag(SchemaUse.Read);

        public void Check(JsonElement schema, JsonElement value, string pointer, bool asShown = false)
        {
            JsonElement target = reader.Resolve(schema);
            string[] allowed = Types(schema, target, asShown || IsResponse || use.HasFlag(SchemaUse.AsShown));
            if (use.HasFlag(SchemaUse.Redacted) && IsRedacted(value) && allowed.Contains("string"))
                return;
            if (!allowed.Any(type => IsOfType(value, type)))
            {
                Report(pointer, $"{Show(value)} is a JSON {NameOf(value)}; allowed: {string.Join(" or ", allowed)}.");
                return;
            }
            string documented = target.TryGetProperty("type", out JsonElement type) ? type.GetString()! : "object";
            if (!IsOfType(value, documented))
            {
                CheckStandIn(documented, value, pointer);
                return;
            }
            CheckEnum(target, value, pointer);
            switch (value.ValueKind)
            {
                case JsonValueKind.String: CheckText(target, value.GetString()!, pointer); break;
                case JsonValueKind.Number: CheckNumber(target, allowed, value, pointer); break;
                case JsonValueKind.Array: CheckArray(target, value, pointer); break;
                case JsonValueKind.Object: CheckObject(target, value, pointer); break;
            }
        }

        private static string[] Types(JsonElement schema, JsonElement target, bool asShown)
        {
            if (asShown)
            {
                // Wire types next to a $ref apply to this use of the schema only.
                foreach (JsonElement place in new[] { schema, target })
                {
                    if (place.TryGetProperty("x-wire-types", out JsonElement wire))
                        return [.. wire.EnumerateArray().Select(type => type.GetString()!)];
                }
            }
            return [target.TryGetProperty("type", out JsonElement type) ? type.GetString()! : "object"];
        }

        // A number or boolean sent as a string must still be valid.
        private void CheckStandIn(string documented, JsonElement value, string pointer)
        {
            if (value.ValueKind != JsonValueKind.String)
                return;
            string text = value.GetString()!;
            bool fits = documented switch
            {
                "integer" => decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
                "number" => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
                "boolean" => text is "true" or "false",
                _ => true,
            };
            if (!fits)
                Report(pointer, $"{Show(value)} is a string instead of a JSON {documented} and cannot be parsed as one.");
        }

        private void CheckEnum(JsonElement schema, JsonElement value, string pointer)
        {
            if (schema.TryGetProperty("enum", out JsonElement list) && !list.EnumerateArray().Any(item => JsonElement.DeepEquals(item, value)))
                Report(pointer, $"{Show(value)} is not one of {list.GetRawText()}.");
        }

        private void CheckText(JsonElement schema, string text, string pointer)
        {
            // JSON Schema counts characters, not UTF-16 units.
            int length = text.EnumerateRunes().Count();
            CheckBounds(schema, "minLength", "maxLength", length, "characters", pointer);
            if (schema.TryGetProperty("pattern", out JsonElement pattern)
                && !Regex.IsMatch(text, InOurDialect(pattern.GetString()!), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            {
                Report(pointer, $"{Show(text)} does not match {pattern.GetString()}.");
            }
        }

        private void CheckNumber(JsonElement schema, string[] allowed, JsonElement value, string pointer)
        {
            string? format = schema.TryGetProperty("format", out JsonElement given) ? given.GetString() : null;
            // If "number" is allowed next to "integer", the service is known to exceed the range of its own type.
            bool fits = allowed.Contains("number") || format switch
            {
                "int32" => value.TryGetInt32(out _),
                "int64" => value.TryGetInt64(out _),
                _ => true,
            };
            if (!fits)
            {
                Report(pointer, $"{Show(value)} is no {format}.");
                return;
            }
            CheckBounds(schema, "minimum", "maximum", value.GetDouble(), "as a value", pointer);
        }

        private void CheckArray(JsonElement schema, JsonElement value, string pointer)
        {
            CheckBounds(schema, "minItems", "maxItems", value.GetArrayLength(), "items", pointer);
            if (!schema.TryGetProperty("items", out JsonElement items))
                return;
            int index = 0;
            foreach (JsonElement item in value.EnumerateArray())
                Check(items, item, $"{pointer}/{index++}");
        }

        private void CheckObject(JsonElement schema, JsonElement value, string pointer)
        {
            bool isMap = schema.TryGetProperty("additionalProperties", out JsonElement rest);
            bool known = schema.TryGetProperty("properties", out JsonElement properties);
            foreach (JsonProperty member in value.EnumerateObject())
            {
                string at = pointer + "/" + member.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
                if (known && properties.TryGetProperty(member.Name, out JsonElement property))
                {
                    CheckSecrecy(property, member.Value, at);
                    Check(property, member.Value, at, SentAsShown.Contains(member.Name));
                }
                else if (isMap && rest.ValueKind == JsonValueKind.Object)
                {
                    Check(rest, member.Value, at);
                }
                else if ((known || (isMap && rest.ValueKind == JsonValueKind.False)) && (!IsResponse || (use.HasFlag(SchemaUse.OnlyKnownFields) && !KnownBeyond.Contains(at))))
                {
                    Report(at, $"there is no such field; known: {string.Join(", ", properties.EnumerateObject().Select(field => field.Name))}.");
                }
            }
            CheckRequired(schema, value, pointer);
        }

        private void CheckRequired(JsonElement schema, JsonElement value, string pointer)
        {
            if (!schema.TryGetProperty("required", out JsonElement required))
                return;
            foreach (JsonElement name in required.EnumerateArray())
            {
                if (!value.TryGetProperty(name.GetString()!, out _))
                    Report(pointer, $"the required field '{name}' is missing.");
            }
        }

        private void CheckSecrecy(JsonElement property, JsonElement value, string pointer)
        {
            if (IsResponse && property.TryGetProperty("writeOnly", out JsonElement secret) && secret.GetBoolean()
                && value.ValueKind != JsonValueKind.Null)
            {
                Report(pointer, "this field is write-only and must not be returned.");
            }
        }

        private void CheckBounds(JsonElement schema, string least, string most, double actual, string what, string pointer)
        {
            if (schema.TryGetProperty(least, out JsonElement low) && actual < low.GetDouble())
                Report(pointer, $"{actual.ToString(CultureInfo.InvariantCulture)} {what}; {least} is {low}.");
            if (schema.TryGetProperty(most, out JsonElement high) && actual > high.GetDouble())
                Report(pointer, $"{actual.ToString(CultureInfo.InvariantCulture)} {what}; {most} is {high}.");
        }

        private void Report(string pointer, string message) => Findings.Add((pointer, message));

        // In .NET, "$" also matches before a final line feed, and "\d" matches the digits of every script.
        private static string InOurDialect(string pattern)
            => (pattern.EndsWith('$') ? pattern[..^1] + @"\z" : pattern).Replace(@"\d", "[0-9]", StringComparison.Ordinal);

        private static bool IsRedacted(JsonElement value)
            => value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 2 } text && text.All(letter => letter == '*');

        private static bool IsOfType(JsonElement value, string type) => type switch
        {
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal number) && number == decimal.Truncate(number),
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            "null" => value.ValueKind == JsonValueKind.Null,
            _ => throw new NotSupportedException($"The contract uses the type '{type}', which this validator does not support."),
        };

        private static string NameOf(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            var kind => kind.ToString().ToLowerInvariant(),
        };

        private static string Show(JsonElement value) => Show(value.GetRawText());

        private static string Show(string text) => text.Length <= 60 ? text : text[..60] + "…";
    }
}
