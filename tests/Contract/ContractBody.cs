using System.Text.Json;

namespace HuaweiDms.Contract;

/// <summary>What a request or an answer carries.</summary>
public sealed class ContractBody
{
    internal ContractBody(JsonElement definition)
    {
        IsRequired = definition.TryGetProperty("required", out var required) && required.GetBoolean();
        RequiredHeaders = definition.TryGetProperty("headers", out var headers)
            ? [.. headers.EnumerateObject()
                .Where(header => header.Value.TryGetProperty("required", out var needed) && needed.GetBoolean())
                .Select(header => header.Name)]
            : [];
        if (!definition.TryGetProperty("content", out var content))
        {
            return;
        }

        MediaTypes = [.. content.EnumerateObject().Select(media => media.Name)];
        // Where there are two media types they carry the same: bare text, or the same text in quotes.
        var first = content.EnumerateObject().First().Value;
        Schema = first.GetProperty("schema");
        Examples = first.TryGetProperty("examples", out var examples)
            ? [.. examples.EnumerateObject().Select(example => example.Value.GetProperty("value"))]
            : [];
    }

    /// <summary>The media types; none when there is no body.</summary>
    public IReadOnlyList<string> MediaTypes { get; } = [];

    /// <summary>Whether the body may be bare text, without the quotes of JSON (5.1.9, 5.6.4).</summary>
    public bool MayBeBareText => MediaTypes.Contains("text/plain");

    /// <summary>What the body may be; undefined when there is none.</summary>
    public JsonElement Schema { get; }

    /// <summary>For a request: whether it may not be left out.</summary>
    public bool IsRequired { get; }

    /// <summary>For an answer: headers it must have.</summary>
    public IReadOnlyList<string> RequiredHeaders { get; }

    /// <summary>The documented examples.</summary>
    public IReadOnlyList<JsonElement> Examples { get; } = [];
}
