using System.Text.Json;

namespace HuaweiDms.Contract;

/// <summary>One operation of the contract.</summary>
public sealed class ContractOperation
{
    internal ContractOperation(string method, string path, JsonElement definition, Func<JsonElement, JsonElement> resolve)
    {
        Method = method;
        Path = path;
        Definition = definition;
        Id = definition.GetProperty("operationId").GetString()!;
        Section = definition.GetProperty("x-section").GetString()!;
        Service = definition.GetProperty("x-service").GetString()!;
        IsHistorical = definition.GetProperty("x-historical").GetBoolean();
        IsDestructive = definition.GetProperty("x-destructive").GetBoolean();
        IsIdempotent = definition.GetProperty("x-idempotent").GetBoolean();
        Parameters = definition.TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Select(parameter => new ContractParameter(resolve(parameter)))]
            : [];
        if (definition.TryGetProperty("requestBody", out var body))
        {
            RequestBody = new(body);
        }

        Answers = definition.GetProperty("responses").EnumerateObject()
            .Where(answer => answer.Name != "default")
            .ToDictionary(
                answer => int.Parse(answer.Name, System.Globalization.CultureInfo.InvariantCulture),
                answer => new ContractBody(resolve(answer.Value)));
    }

    /// <summary>The reference's name, such as <c>BatchRestartOrDeleteInstances</c>.</summary>
    public string Id { get; }

    /// <summary>The method in capitals.</summary>
    public string Method { get; }

    /// <summary>The path with its parameters in braces.</summary>
    public string Path { get; }

    /// <summary>Where the reference describes it, such as "5.1.6".</summary>
    public string Section { get; }

    /// <summary>The service that answers it: <c>kafka</c>, <c>dcs</c> or <c>iam</c>.</summary>
    public string Service { get; }

    /// <summary>Whether the reference lists it among the historical interfaces.</summary>
    public bool IsHistorical { get; }

    /// <summary>Whether it takes away data, service, a credential or a position.</summary>
    public bool IsDestructive { get; }

    /// <summary>Whether a repeat after an unclear failure leaves the same state.</summary>
    public bool IsIdempotent { get; }

    /// <summary>Path and query parameters.</summary>
    public IReadOnlyList<ContractParameter> Parameters { get; }

    /// <summary>What the request carries; null when it carries nothing.</summary>
    public ContractBody? RequestBody { get; }

    /// <summary>The documented answers by status.</summary>
    public IReadOnlyDictionary<int, ContractBody> Answers { get; }

    /// <summary>The operation as the contract writes it.</summary>
    public JsonElement Definition { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} ({Method} {Path})";
}
