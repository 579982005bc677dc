using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HuaweiDms.Contract;
using Step = HuaweiDms.Client.Tests.Support.ScriptedHandler.Step;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>A service that responds to each request with a value that the contract allows, always the same one.</summary>
/// <param name="seed">The same seed produces the same responses.</param>
/// <param name="items">The number of objects in paged lists; null for a few.</param>
internal sealed class GeneratedResponses(int seed, int? items = null)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, JsonNode?> _given = new(StringComparer.Ordinal);

    /// <summary>The responses by operation; for a paged list all of it.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Given => _given;

    /// <summary>Responds to a request.</summary>
    public Step Step => (request, cancellationToken) => Of(request)(request, cancellationToken);

    /// <summary>Returns the successful response of an operation; null if it has no body.</summary>
    public static ContractBody? BodyOf(ContractOperation operation)
        => operation.Responses.Where(response => response.Key < 300 && response.Value.MediaTypes.Count > 0).Select(response => response.Value).FirstOrDefault();

    /// <summary>Returns whether an operation returns parts of a list.</summary>
    public static bool IsPaged(ContractOperation operation) => operation.Parameters.Any(parameter => parameter.Name == "limit");

    private Step Of(SentRequest request)
    {
        ContractOperation operation = ApiContract.Default.Match(request.Method, request.Target)!.Operation;
        int status = operation.Responses.Keys.First(status => status < 300);
        JsonNode? response;
        lock (_gate)
        {
            if (!_given.TryGetValue(operation.Id, out response))
                _given[operation.Id] = response = BodyOf(operation) is { } body ? Make(operation, body, request) : null;
        }
        if (response is null)
            return Responses.Empty(status);
        if (items is not null && IsPaged(operation))
            return Part(operation.Id, request, response);
        // An id may be sent without JSON quotes (5.1.9, 5.6.4).
        string text = response is JsonValue bare ? bare.GetValue<string>() : response.ToJsonString();
        return Responses.Respond((HttpStatusCode)status, Encoding.UTF8.GetBytes(text), "application/json").With(response => response.Headers.Add("X-Subject-Token", "token"));
    }

    private JsonNode? Make(ContractOperation operation, ContractBody body, SentRequest request)
    {
        if (body.MayBeBareText)
            return JsonValue.Create(operation.Id == "UpgradeInstance" ? $"job-{seed}" : "success");
        SchemaValues values = new(ApiContract.Default, SchemaUse.Read, seed) { ValueOf = FieldFormats.ValueOf, IsAlwaysPresent = FieldFormats.IsAlwaysPresent };
        JsonNode? response = values.Make(body.Schema);
        if (items is { } count && IsPaged(operation) && ResponseConsistency.ListIn(response) is (var name, var list))
        {
            JsonElement schema = ApiContract.Default.Resolve(body.Schema).GetProperty("properties").GetProperty(name).GetProperty("items");
            while (list.Count > count)
                list.RemoveAt(list.Count - 1);
            while (list.Count < count)
                list.Add(values.Make(schema));
        }
        return ResponseConsistency.Of(operation.Id, request, response);
    }

    /// <summary>Returns the requested part of a list; past its end there is none (8.2).</summary>
    private static Step Part(string operation, SentRequest request, JsonNode response)
    {
        int limit = Number("limit", 10);
        // Records count from one, and messages are counted in pages (5.2.13, 7.1.1.6, 5.8.1).
        int offset = operation switch
        {
            "ListBackgroundTasks" or "ListInstancesV1" => Number("start", 1) - 1,
            "ShowInstanceMessages" => Number("offset", 0) * limit,
            _ => Number("offset", 0),
        };
        JsonNode part = response.DeepClone();
        (string name, JsonArray list) = ResponseConsistency.ListIn(part)!.Value;
        if (offset > 0 && offset >= list.Count)
            return Responses.Error(400, "DMS.40050010");
        part[name] = new JsonArray([.. list.Skip(offset).Take(limit).Select(item => item!.DeepClone())]);
        return Responses.Json(part.ToJsonString());

        int Number(string field, int otherwise)
            => request.Query.TryGetValue(field, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }
}
