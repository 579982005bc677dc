using System.Globalization;
using System.Text.Json;

namespace HuaweiDms.Contract;

/// <summary>Checks one exchange against the contract.</summary>
public sealed class ExchangeRules(ApiContract contract)
{
    /// <summary>Undocumented responses that the service is known to send (partial success of a topic update).</summary>
    private static readonly HashSet<(string Operation, int Status)> KnownResponses = [("UpdateInstanceTopic", 206)];

    /// <summary>Whether responses may only contain fields of the contract, as those of our own emulator should.</summary>
    public bool OnlyKnownFields { get; init; }

    /// <summary>Whether a string of asterisks matches any string, as in a recording.</summary>
    public bool Redacted { get; init; }

    /// <summary>All violations in the exchange. Exchanges with the emulator's control endpoints are not checked.</summary>
    public IReadOnlyList<Violation> Check(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        if (exchange.PathAndQuery.StartsWith("/_emulator/", StringComparison.Ordinal))
            return [];
        if (contract.Match(exchange.Method, exchange.PathAndQuery) is not { } match)
            return [Unknown(exchange)];
        Findings findings = new(match.Operation);
        CheckAddress(match, findings);
        CheckRequestBody(match.Operation, exchange, findings);
        if (exchange.Status is { } status)
            CheckResponse(match.Operation, status, exchange, findings);
        return findings.All;
    }

    private Violation Unknown(Exchange exchange)
    {
        IReadOnlyList<string> methods = contract.MethodsOf(exchange.PathAndQuery);
        return new($"{exchange.Method} {exchange.PathAndQuery}", "path", "", methods.Count == 0
            ? "the contract has no such path."
            : $"the contract has this path only with {string.Join(", ", methods)}.");
    }

    private void CheckAddress(OperationMatch match, Findings findings)
    {
        foreach (ContractParameter parameter in match.Operation.Parameters.Where(parameter => parameter.InPath))
            CheckValue(parameter, match.PathValues[parameter.Name], "path", findings);
        Dictionary<string, ContractParameter> query = match.Operation.Parameters.Where(parameter => !parameter.InPath).ToDictionary(parameter => parameter.Name);
        foreach (IGrouping<string, string> given in match.Query.GroupBy(pair => pair.Key, pair => pair.Value))
        {
            if (!query.TryGetValue(given.Key, out ContractParameter? parameter))
                findings.Add("query", given.Key, $"there is no such parameter; known: {string.Join(", ", query.Keys)}.");
            else if (given.Count() > 1)
                findings.Add("query", given.Key, "it is given more than once.");
            else
                CheckValue(parameter, given.First(), "query", findings);
        }
        foreach (ContractParameter missing in query.Values.Where(parameter => parameter.Required && !match.Query.Any(pair => pair.Key == parameter.Name)))
            findings.Add("query", missing.Name, "this required parameter is missing.");
    }

    // Values in a URL are text; this one is read as the JSON type of the parameter.
    private void CheckValue(ContractParameter parameter, string text, string place, Findings findings)
    {
        bool isText = parameter.Schema.GetProperty("type").GetString() == "string";
        if (!TryRead(isText ? JsonSerializer.Serialize(text) : text, out JsonElement value, out _))
        {
            findings.Add(place, parameter.Name, $"'{text}' is no {parameter.Schema.GetProperty("type")}.");
            return;
        }
        foreach ((string _, string message) in contract.Check(parameter.Schema, value, Use(SchemaUse.Written)))
            findings.Add(place, parameter.Name, message);
    }

    private void CheckRequestBody(ContractOperation operation, Exchange exchange, Findings findings)
    {
        const string place = "request body";
        if (string.IsNullOrEmpty(exchange.RequestBody))
        {
            if (operation.RequestBody is { IsRequired: true })
                findings.Add(place, "", "it is required but missing.");
            return;
        }
        if (operation.RequestBody is not { } body)
        {
            findings.Add(place, "", "this operation has no request body.");
            return;
        }
        if (exchange.RequestMediaType is { } media && !body.MediaTypes.Contains(media))
            findings.Add(place, "", $"its content type is '{media}'; allowed: {string.Join(" or ", body.MediaTypes)}.");
        CheckJson(body.Schema, exchange.RequestBody, place, SchemaUse.Written, findings);
    }

    private void CheckResponse(ContractOperation operation, int status, Exchange exchange, Findings findings)
    {
        if (status >= 400)
            CheckError(exchange.ResponseBody, findings);
        else if (ResponseFor(operation, status) is { } response)
            CheckDocumented(response, exchange, findings);
        else if (!KnownResponses.Contains((operation.Id, status)))
            findings.Add("status", "", $"{status.ToString(CultureInfo.InvariantCulture)} is not documented; allowed: {string.Join(", ", operation.Responses.Keys)} and 4xx or 5xx in the form of an error.");
    }

    // Whether a success without a body has the status 200 or 204 differs by region.
    private static ContractBody? ResponseFor(ContractOperation operation, int status)
    {
        if (operation.Responses.TryGetValue(status, out ContractBody? response))
            return response;
        int twin = status switch { 200 => 204, 204 => 200, _ => 0 };
        return operation.Responses.TryGetValue(twin, out ContractBody? other) && other.MediaTypes.Count == 0 ? other : null;
    }

    private void CheckDocumented(ContractBody response, Exchange exchange, Findings findings)
    {
        const string place = "response body";
        if (exchange.ResponseHeaders is { } headers)
        {
            foreach (string name in response.RequiredHeaders.Where(name => !headers.Contains(name, StringComparer.OrdinalIgnoreCase)))
                findings.Add("response headers", name, "this required header is missing.");
        }
        bool isEmpty = string.IsNullOrEmpty(exchange.ResponseBody);
        if (response.MediaTypes.Count == 0)
        {
            if (!isEmpty)
                findings.Add(place, "", "this response has no body.");
        }
        else if (isEmpty)
        {
            findings.Add(place, "", "it is missing.");
        }
        else
        {
            string body = exchange.ResponseBody!;
            string asJson = response.MayBeBareText && !TryRead(body, out _, out _) ? JsonSerializer.Serialize(body) : body;
            CheckJson(response.Schema, asJson, place, Responses, findings);
        }
    }

    private SchemaUse Responses => OnlyKnownFields ? SchemaUse.Read | SchemaUse.OnlyKnownFields : SchemaUse.Read;

    // Errors have three forms: that of the service, the gateway's shorter one, and that of the identity service.
    private static void CheckError(string? body, Findings findings)
    {
        if (!TryRead(body ?? "", out JsonElement error, out _) || error.ValueKind != JsonValueKind.Object
            || !(Has(error, "error_code", "error_msg") || Has(error, "code", "message")
                || (error.TryGetProperty("error", out JsonElement inner) && inner.ValueKind == JsonValueKind.Object && Has(inner, "code", "message"))))
        {
            findings.Add("response body", "", "an error has the fields error_code and error_msg (or code and message, or an object error with both).");
        }
    }

    private static bool Has(JsonElement value, string code, string message)
        => value.TryGetProperty(code, out JsonElement first) && first.ValueKind is JsonValueKind.String or JsonValueKind.Number
            && value.TryGetProperty(message, out JsonElement second) && second.ValueKind == JsonValueKind.String;

    private void CheckJson(JsonElement schema, string body, string place, SchemaUse use, Findings findings)
    {
        if (!TryRead(body, out JsonElement value, out string? reason))
        {
            findings.Add(place, "", "it is not JSON: " + reason);
            return;
        }
        foreach ((string pointer, string message) in contract.Check(schema, value, Use(use)))
            findings.Add(place, pointer, message);
    }

    private SchemaUse Use(SchemaUse use) => Redacted ? use | SchemaUse.Redacted : use;

    private static bool TryRead(string text, out JsonElement value, out string reason)
    {
        try
        {
            value = JsonElement.Parse(text);
            reason = "";
            return true;
        }
        catch (JsonException e)
        {
            value = default;
            reason = e.Message;
            return false;
        }
    }

    private sealed class Findings(ContractOperation operation)
    {
        public List<Violation> All { get; } = [];

        public void Add(string place, string pointer, string message) => All.Add(new(operation.ToString(), place, pointer, message));
    }
}
