using System.Text;
using System.Text.Json;

namespace HuaweiDms.Json;

/// <summary>
/// Reads a response that is a single text: bare, quoted, or the value of the first of the given fields that has one (5.1.9, 5.6.4;
/// <c>x-wire-note</c> in the contract).
/// </summary>
internal static class TextBody
{
    public static async ValueTask<string?> ReadAsync(Stream body, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        using MemoryStream content = new();
        await body.CopyToAsync(content, 81920, cancellationToken).ConfigureAwait(false);
        string text = Encoding.UTF8.GetString(content.ToArray()).Trim();
        if (text.Length == 0)
            return null;
        if (text[0] is not ('"' or '{'))
            return text;
        using JsonDocument document = JsonDocument.Parse(text);
        try
        {
            JsonElement told = document.RootElement;
            return told.ValueKind == JsonValueKind.String ? told.GetString() : fields.Select(field => told.Text(field)).FirstOrDefault(static value => value is not null);
        }
        catch (InvalidOperationException half)
        {
            throw new JsonException("An unpaired surrogate is not valid text.", half);
        }
    }
}
