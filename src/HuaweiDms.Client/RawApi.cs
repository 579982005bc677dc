using System.Text;
using System.Text.Json;
using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Signed requests to any path, for operations that the other areas do not cover.</summary>
public sealed class RawApi
{
    private readonly ApiTransport _transport;

    internal RawApi(ApiTransport transport) => _transport = transport;

    /// <summary>Sends a request. After a failure that leaves open whether the service acted, only read requests are sent again.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="service">The service.</param>
    /// <param name="path">The path. <c>{project_id}</c> is filled in; everything else must already be escaped.</param>
    /// <param name="query">The query values, unescaped; null for none.</param>
    /// <param name="json">The body, as JSON; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The response, as dictionaries, arrays, text and numbers; null if it has no body.</returns>
    /// <exception cref="ArgumentNullException">There is no method or no path.</exception>
    /// <exception cref="DmsException">The call failed.</exception>
    public async Task<object?> SendAsync(
        HttpMethod method,
        DmsService service,
        string path,
        IReadOnlyList<KeyValuePair<string, string?>>? query = null,
        string? json = null,
        CancellationToken cancellationToken = default)
    {
        _ = method ?? throw new ArgumentNullException(nameof(method));
        _ = path ?? throw new ArgumentNullException(nameof(path));
        ApiRequest request = new(ApiOperation.Undocumented(method, path, service));
        foreach (KeyValuePair<string, string?> pair in query ?? [])
            request.Query(pair.Key, pair.Value ?? string.Empty);
        if (json is not null)
            request.Body(Checked(json));
        ApiResponse<object> response = await _transport.ExecuteAsync(request, ReadAsync, cancellationToken).ConfigureAwait(false);
        return response.Value;
    }

    /// <summary>Serializes dictionaries, arrays, text and numbers as JSON.</summary>
    /// <param name="value">The value to serialize.</param>
    public static string WriteJson(object? value) => Encoding.UTF8.GetString(JsonBody.Write(value!, ServiceJsonContext.Default.Object));

    /// <summary>
    /// Returns the bytes of the body after checking that it is JSON. The body may contain a secret, so errors do not show it.
    /// </summary>
    private static byte[] Checked(string json)
    {
        try
        {
            byte[] content = StrictUtf8.Encoding.GetBytes(json);
            JsonDocument.Parse(content).Dispose();
            return content;
        }
        catch (JsonException wrong)
        {
            throw DmsErrors.BodyIsNotJson((wrong.LineNumber ?? 0) + 1, (wrong.BytePositionInLine ?? 0) + 1);
        }
        catch (EncoderFallbackException)
        {
            throw DmsErrors.InvalidArgument("Body", null, Text.LoneSurrogate);
        }
    }

    /// <summary>Returns JSON as objects and any other text unchanged: some operations respond with bare text (5.1.9, 5.6.4).</summary>
    private static async ValueTask<object?> ReadAsync(HttpResponseMessage response, Stream body, CancellationToken cancellationToken)
    {
        using MemoryStream content = new();
        await body.CopyToAsync(content, 81920, cancellationToken).ConfigureAwait(false);
        content.Position = 0;
        try
        {
            return content.Length == 0 ? null : JsonSerializer.Deserialize(content, ServiceJsonContext.Default.Object);
        }
        catch (JsonException)
        {
            string text = Encoding.UTF8.GetString(content.ToArray()).TrimStart('\uFEFF');
            return string.IsNullOrWhiteSpace(text) ? null : text;
        }
    }
}
