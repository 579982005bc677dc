using System.Text.Json;

namespace HuaweiDms.Contract;

/// <summary>The body of a request or response.</summary>
public sealed class ContractBody
{
    internal ContractBody(JsonElement definition)
    {
        IsRequired = definition.TryGetProperty("required", out JsonElement required) && required.GetBoolean();
        RequiredHeaders = definition.TryGetProperty("headers", out JsonElement headers)
            ? [.. headers.EnumerateObject()
                .Where(header => header.Value.TryGetProperty("required", out JsonElement needed) && needed.GetBoolean())
                .Select(header => header.Name)]
            : [];
        if (!definition.TryGetProperty("content", out JsonElement content))
            return;
        MediaTypes = [.. content.EnumerateObject().Select(media => media.Name)];
        // If there are two media types, they have the same content: bare text, or the same text in quotes.
        JsonElement first = content.EnumerateObject().First().Value;
        Schema = first.GetProperty("schema");
        Examples = first.TryGetProperty("examples", out JsonElement examples)
            ? [.. examples.EnumerateObject().Select(example => example.Value.GetProperty("value"))]
            : [];
    }

    /// <summary>The media types; empty if there is no body.</summary>
    public IReadOnlyList<string> MediaTypes { get; } = [];

    /// <summary>Whether the body can be bare text without JSON quotes (5.1.9, 5.6.4).</summary>
    public bool MayBeBareText => MediaTypes.Contains("text/plain");

    /// <summary>The schema of the body; undefined if there is none.</summary>
    public JsonElement Schema { get; }

    /// <summary>For a request: whether the body is required.</summary>
    public bool IsRequired { get; }

    /// <summary>For a response: the required headers.</summary>
    public IReadOnlyList<string> RequiredHeaders { get; }

    /// <summary>The documented examples.</summary>
    public IReadOnlyList<JsonElement> Examples { get; } = [];
}
