using System.Text;
using System.Text.Json;
using HuaweiDms.Json;

namespace HuaweiDms.Transport;

/// <summary>The code and the message of an error response, in any format that the services and the gateway use.</summary>
internal sealed class ErrorBody
{
    /// <summary>Longer than any error; the rest of a page that does not come from the service is not useful.</summary>
    private const int ExcerptLength = 300;

    /// <summary>Longer than any documented message; protects the terminal from excessive output.</summary>
    private const int LongestMessage = 1000;

    /// <summary>Longer than any error code or request id.</summary>
    private const int LongestName = 128;

    /// <summary>A byte order mark, which may precede any text.</summary>
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    private static readonly string[] CodeNames = ["error_code", "errorCode", "code", "errCode"];
    private static readonly string[] MessageNames = ["error_msg", "error_message", "errorMsg", "message", "errMsg", "title"];

    public string? Code { get; private set; }

    public string? Message { get; private set; }

    public string? RequestId { get; private set; }

    /// <summary>Reads as much as possible: a truncated document still yields the fields before the break.</summary>
    public static ErrorBody Parse(byte[] content, SecretRedactor redactor)
    {
        ErrorBody body = new();
        if (content.Length == 0)
            return body;
        int start = content.AsSpan().StartsWith(Mark) ? Mark.Length : 0;
        body.ReadJson(content.AsSpan(start));
        // Hide secrets before removing markup and truncating: a partial secret would not be recognized.
        if (body.Code is null && body.Message is null)
        {
            string page = Encoding.UTF8.GetString(content, start, content.Length - start);
            body.Message = Shown(WithoutMarkup(redactor.Redact(WithoutCanonicalRequest(page))!), ExcerptLength);
        }
        else
        {
            body.Message = Shown(redactor.Redact(WithoutCanonicalRequest(body.Message)), LongestMessage);
        }
        body.Code = Name(redactor.Redact(body.Code));
        body.RequestId = Name(redactor.Redact(body.RequestId));
        return body;
    }

    /// <summary>
    /// Whether a response starts with an error of a service and contains nothing else. An object may have an error code among other
    /// properties, which is not a failure of the request.
    /// </summary>
    public static bool IsIn(ReadOnlySpan<byte> beginning)
    {
        if (beginning.IndexOf("\"error_code\""u8) < 0)
            return false;
        Utf8JsonReader reader = new(beginning.Slice(beginning.StartsWith(Mark) ? Mark.Length : 0), isFinalBlock: false, state: default);
        string? code = null;
        try
        {
            bool isObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isCode = reader.ValueTextEquals("error_code"u8);
                if (!isCode && !BelongsToError(reader.GetString()!))
                    return false;
                if (!reader.Read())
                    break;
                if (isCode && reader.TokenType == JsonTokenType.String)
                    code = reader.GetString();
                else if (!reader.TrySkip())
                    break;
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Use what was read before the error.
        }
        // Zero and words such as "success" are not errors; error codes have the service name before a dot.
        return code?.IndexOf('.') > 0;
    }

    /// <summary>Returns a code or an id, limited in length and safe to show.</summary>
    public static string? Name(string? text) => Shown(text, LongestName);

    private static bool BelongsToError(string field)
        => field.StartsWith("err", StringComparison.OrdinalIgnoreCase)
            || field is "request_id" or "requestId" or "message" or "title" or "detail" or "details" or "encoded_authorization_message";

    private void ReadJson(ReadOnlySpan<byte> content)
    {
        Utf8JsonReader reader = new(content, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        string? field = null;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                    field = reader.GetString();
                else if (field is not null && reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
                    Take(field, Tolerant.ReadScalar(ref reader));
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // A truncated response, text that is not JSON, or invalid UTF-8: use what was read before the error.
        }
    }

    private void Take(string field, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        if (CodeNames.Contains(field, StringComparer.Ordinal))
            Code ??= value;
        else if (MessageNames.Contains(field, StringComparer.Ordinal))
            Message ??= value;
        else if (field is "request_id" or "requestId")
            RequestId ??= value;
    }

    /// <summary>Returns the text of a page on one line.</summary>
    private static string? WithoutMarkup(string page)
    {
        StringBuilder text = new();
        bool inTag = false;
        foreach (char character in page)
        {
            if (character is '<' or '>')
                inTag = character == '<';
            if (!inTag)
                text.Append(character == '>' || char.IsControl(character) ? ' ' : character);
        }
        string plain = string.Join(" ", text.ToString().Split([' '], StringSplitOptions.RemoveEmptyEntries));
        return plain.Length == 0 ? null : plain;
    }

    private static string? Shown(string? text, int length) => text is null ? null : Printable.Of(Printable.Shorten(text, length));

    /// <summary>Removes the canonical request, which the gateway repeats and which contains the token of a temporary credential.</summary>
    private static string? WithoutCanonicalRequest(string? message)
    {
        int start = message?.IndexOf("canonicalRequest", StringComparison.OrdinalIgnoreCase) ?? -1;
        return start < 0 ? message : message!.Substring(0, start).TrimEnd(' ', ',', ':', ';');
    }
}
