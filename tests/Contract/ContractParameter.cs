using System.Text.Json;

namespace HuaweiDms.Contract;

/// <summary>A path or query parameter of an operation.</summary>
public sealed class ContractParameter
{
    internal ContractParameter(JsonElement definition)
    {
        Name = definition.GetProperty("name").GetString()!;
        InPath = definition.GetProperty("in").GetString() == "path";
        Required = definition.TryGetProperty("required", out JsonElement required) && required.GetBoolean();
        Schema = definition.GetProperty("schema");
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>Whether it is in the path; otherwise it is in the query.</summary>
    public bool InPath { get; }

    /// <summary>Whether it is required.</summary>
    public bool Required { get; }

    /// <summary>The schema of its value.</summary>
    public JsonElement Schema { get; }
}
