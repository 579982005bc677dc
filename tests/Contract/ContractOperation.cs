using System.Text.Json;

namespace HuaweiDms.Contract;

/// <summary>An operation of the contract.</summary>
public sealed class ContractOperation
{
    internal ContractOperation(string method, string path, JsonElement definition, Func<JsonElement, JsonElement> resolve)
    {
        Method = method;
        Path = path;
        Id = definition.GetProperty("operationId").GetString()!;
        Section = definition.GetProperty("x-section").GetString()!;
        Service = definition.GetProperty("x-service").GetString()!;
        IsIdempotent = definition.GetProperty("x-idempotent").GetBoolean();
        Parameters = definition.TryGetProperty("parameters", out JsonElement parameters)
            ? [.. parameters.EnumerateArray().Select(parameter => new ContractParameter(resolve(parameter)))]
            : [];
        if (definition.TryGetProperty("requestBody", out JsonElement body))
            RequestBody = new(body);
        Responses = definition.GetProperty("responses").EnumerateObject()
            .Where(response => response.Name != "default")
            .ToDictionary(
                response => int.Parse(response.Name, System.Globalization.CultureInfo.InvariantCulture),
                response => new ContractBody(resolve(response.Value)));
    }

    /// <summary>The name in the reference, such as <c>BatchRestartOrDeleteInstances</c>.</summary>
    public string Id { get; }

    /// <summary>The method in upper case.</summary>
    public string Method { get; }

    /// <summary>The path template, with parameters in braces.</summary>
    public string Path { get; }

    /// <summary>The section of the reference, such as "5.1.6".</summary>
    public string Section { get; }

    /// <summary>The service: <c>kafka</c>, <c>dcs</c> or <c>iam</c>.</summary>
    public string Service { get; }

    /// <summary>Whether repeating it after an unknown outcome leads to the same state.</summary>
    public bool IsIdempotent { get; }

    /// <summary>Path and query parameters.</summary>
    public IReadOnlyList<ContractParameter> Parameters { get; }

    /// <summary>The request body; null if there is none.</summary>
    public ContractBody? RequestBody { get; }

    /// <summary>The documented responses by status.</summary>
    public IReadOnlyDictionary<int, ContractBody> Responses { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} ({Method} {Path})";
}
