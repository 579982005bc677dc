using System.Text.Json;
using System.Text.Json.Nodes;
using HuaweiDms.Contract;

namespace HuaweiDms.Emulator.Tests.Support;

/// <summary>
/// Generates requests for operations of the contract: valid ones, with existing and missing names, or with one mutation. A
/// mutation may still conform to the contract; the contract check decides.
/// </summary>
internal sealed class RequestGenerator(Random random, string projectId)
{
    private static readonly string[] Bodies = ["", "{}", "[]", "[{}]", "null", "7", "\"text\"", "{", "{\"a\":1}x", "{\"topics\":{\"topics\":[]}}"];

    private static readonly string[] Strange =
    [
        "null", "true", "-1", "0", "1", "2147483647", "-2147483648", "9223372036854775807", "0.5", "\"\"", "\" \"", "\"-1\"", "\"\\u0000\"", "\"kafka\"",
        "[]", "[null]", "[[]]", "[\"\"]", "[{}]", "{}", "{\"a\":[]}", "\"" + new string('x', 300) + "\"", "\"" + new string('x', 3000) + "\"", "[0,0]", "[\"a\",\"a\"]",
    ];

    private readonly ValueGenerator _values = new(random);

    /// <summary>A request that conforms to the contract.</summary>
    public GeneratedRequest Make(ContractOperation operation)
        => new(operation, Target(operation), operation.RequestBody is { } body ? Body(body)?.ToJsonString() : null);

    /// <summary>A request with a mutation in one place.</summary>
    public GeneratedRequest MakeMutated(ContractOperation operation)
    {
        GeneratedRequest request = Make(operation);
        bool hasQuery = operation.Parameters.Any(static parameter => !parameter.InPath);
        return random.Next(10) switch
        {
            < 2 when hasQuery => request with { Target = SlipInQuery(operation, request.Target) },
            < 1 => request with { Target = SlipInPath(operation) },
            < 2 when request.Body is not null => request with { Body = One(Bodies) },
            _ when request.Body is not null => request with { Body = SlipIn(request.Body) },
            _ when hasQuery => request with { Target = SlipInQuery(operation, request.Target) },
            _ => request with { Target = SlipInPath(operation) },
        };
    }

    /// <summary>Some are the reference's own examples, which random fields rarely match.</summary>
    private JsonNode? Body(ContractBody body)
        => body.Examples.Count > 0 && random.Next(3) == 0
            ? _values.WithKnownNames(JsonNode.Parse(body.Examples[random.Next(body.Examples.Count)].GetRawText())!)
            : _values.Make(body.Schema, "");

    private string Target(ContractOperation operation, string? wrong = null)
    {
        string path = operation.Parameters.Where(static parameter => parameter.InPath).Aggregate(operation.Path, (path, parameter) => path.Replace(
            $"{{{parameter.Name}}}",
            Uri.EscapeDataString(parameter.Name == wrong ? One(ValueGenerator.WrongIds) : parameter.Name == "project_id" ? projectId : Text(parameter)),
            StringComparison.Ordinal));
        string[] query =
        [
            .. operation.Parameters.Where(parameter => !parameter.InPath && (parameter.Required || random.Next(3) == 0))
                .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(Text(parameter))}"),
        ];
        return query.Length == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private string Text(ContractParameter parameter)
        => _values.Make(parameter.Schema, parameter.Name) switch
        {
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>() is { Length: > 0 } text ? text : "x",
            var value => value?.ToJsonString() ?? "x",
        };

    private string SlipInPath(ContractOperation operation)
    {
        string[] names = [.. operation.Parameters.Where(static parameter => parameter.InPath && parameter.Name != "engine").Select(static parameter => parameter.Name)];
        return Target(operation, names.Length == 0 ? null : One(names));
    }

    private string SlipInQuery(ContractOperation operation, string target)
    {
        string path = target.Split('?')[0];
        List<string> query = target.Contains('?', StringComparison.Ordinal) ? [.. target.Split('?')[1].Split('&')] : [];
        string name = One(operation.Parameters.Where(static parameter => !parameter.InPath).Select(static parameter => parameter.Name).ToArray());
        query.RemoveAll(pair => pair.StartsWith(name + "=", StringComparison.Ordinal));
        switch (random.Next(4))
        {
            case 0: break;
            case 1: query.Add("surplus=1"); break;
            default: query.Add($"{name}={Uri.EscapeDataString(One(ValueGenerator.WrongTexts))}"); break;
        }
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private string SlipIn(string body)
    {
        JsonNode root = JsonNode.Parse(body)!;
        List<JsonNode> inner = [];
        Collect(root, inner);
        switch (inner[random.Next(inner.Count)])
        {
            case JsonObject fields when random.Next(5) == 0 || fields.Count == 0:
                fields["surplus"] = 1;
                break;
            case JsonObject fields when random.Next(2) == 0:
                fields.Remove(One(fields.Select(static field => field.Key).ToArray()));
                break;
            case JsonObject fields:
                fields[One(fields.Select(static field => field.Key).ToArray())] = JsonNode.Parse(One(Strange));
                break;
            case JsonArray { Count: > 0 } items when random.Next(3) == 0:
                string copy = items[0]?.ToJsonString() ?? "null";
                for (int i = 0; i < 600; i++)
                    items.Add(JsonNode.Parse(copy));
                break;
            case JsonArray { Count: > 0 } items when random.Next(2) == 0:
                items.Clear();
                break;
            case JsonArray items:
                items.Add(JsonNode.Parse(One(Strange)));
                break;
        }
        return root.ToJsonString();
    }

    private static void Collect(JsonNode? node, List<JsonNode> inner)
    {
        if (node is not (JsonObject or JsonArray))
            return;
        inner.Add(node);
        foreach (JsonNode? part in node is JsonObject fields ? fields.Select(static field => field.Value) : node.AsArray())
            Collect(part, inner);
    }

    private string One(string[] all) => all[random.Next(all.Length)];
}
