using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace HuaweiDms.Authentication;

/// <summary>
/// Temporary keys of the agency of a cloud server, from the metadata service at a link-local address. They are renewed before they expire.
/// </summary>
internal sealed class MetadataSource(CredentialChainOptions options) : ICredentialSource
{
    private const string TokenHeader = "X-Metadata-Token";

    /// <summary>
    /// Six hours in seconds, the longest lifetime that the metadata service grants. Every read still requests its own token.
    /// </summary>
    private const string TokenLife = "21600";

    /// <summary>Much larger than keys or the description of a server.</summary>
    private const int LargestResponse = 256 * 1024;

    /// <summary>The assumed lifetime of keys if the response does not state it; real keys last for hours.</summary>
    private static readonly TimeSpan UndatedLife = TimeSpan.FromHours(1);

    private static readonly Uri LinkLocal = new("http://169.254.169.254/");

    private readonly Uri? _address = AddressOf(options);

    public async ValueTask<CredentialSearchResult> FindAsync(CancellationToken cancellationToken)
    {
        if (_address is null)
            return CredentialSearchResult.Nothing(Format(Text.MetadataOff, CredentialChainOptions.MetadataVariable));
        try
        {
            AccessKeys keys = await FetchAsync(cancellationToken).ConfigureAwait(false);
            (string? region, string? projectId) = await PlaceAsync(cancellationToken).ConfigureAwait(false);
            return CredentialSearchResult.Of(new(new AccessKeyCredential(keys, FetchAsync, options.Time), Text.MetadataName)
            {
                Region = region,
                ProjectId = projectId,
            });
        }
        catch (DmsException e)
        {
            return CredentialSearchResult.Nothing(e.Message);
        }
    }

    private async Task<AccessKeys> FetchAsync(CancellationToken cancellationToken)
    {
        using JsonDocument document = await GetAsync("openstack/latest/securitykey", cancellationToken).ConfigureAwait(false);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("credential", out JsonElement credential)
            || Value(credential, "access") is not { } accessKey
            || Value(credential, "secret") is not { } secretKey
            || Value(credential, "securitytoken") is not { } token)
        {
            throw Failed(Text.MetadataUnreadable);
        }

        bool dated = DateTimeOffset.TryParse(
            Value(credential, "expires_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset expiresAt);
        try
        {
            return new(accessKey, Secret.From(secretKey), Secret.From(token), dated ? expiresAt : options.Time.GetUtcNow() + UndatedLife);
        }
        catch (DmsException e)
        {
            throw Failed(e.Message);
        }
    }

    /// <summary>
    /// Reads the region and the project of the server. This is only a convenience: without it, the caller must supply both.
    /// </summary>
    private async Task<(string? Region, string? ProjectId)> PlaceAsync(CancellationToken cancellationToken)
    {
        try
        {
            using JsonDocument document = await GetAsync("openstack/latest/meta_data.json", cancellationToken).ConfigureAwait(false);
            return (Value(document.RootElement, "region_id"), Value(document.RootElement, "project_id"));
        }
        catch (DmsException)
        {
            return default;
        }
    }

    private async Task<JsonDocument> GetAsync(string path, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.MetadataTimeout);
        try
        {
            using HttpClient http = new(options.MetadataHandler ?? Direct(), options.MetadataHandler is null) { MaxResponseContentBufferSize = LargestResponse };
            using HttpRequestMessage request = new(HttpMethod.Get, new Uri(_address!, path));
            if (await TokenAsync(http, limit.Token).ConfigureAwait(false) is { } token)
                request.Headers.TryAddWithoutValidation(TokenHeader, token);
            using HttpResponseMessage response = await http.SendAsync(request, limit.Token).ConfigureAwait(false);
            string body = await ReadAsync(response, limit.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw Failed(ReasonOf(response.StatusCode, body));
            return JsonDocument.Parse(body);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed(Text.MetadataSilent);
        }
        catch (HttpRequestException e)
        {
            throw Failed(Text.MetadataUnreachable, e);
        }
        catch (JsonException)
        {
            throw Failed(Text.MetadataUnreadable);
        }
    }

    /// <summary>Newer servers require a token before they return anything; older ones do not know the call.</summary>
    private async Task<string?> TokenAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Put, new Uri(_address!, "meta-data/latest/api/token"));
        request.Headers.TryAddWithoutValidation("X-Metadata-Token-Ttl-Seconds", TokenLife);
        using HttpResponseMessage response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        string body = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
            return body.Trim();
        return response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.ServiceUnavailable
            ? null
            : throw Failed(ReasonOf(response.StatusCode, body));
    }

    private DmsException Failed(string why, Exception? cause = null) => DmsErrors.MetadataFailed(_address!, why, cause);

    /// <summary>Returns null if the metadata service is turned off, or if the variable does not hold an address.</summary>
    private static Uri? AddressOf(CredentialChainOptions options)
    {
        if (options.MetadataAddress is not null)
            return options.MetadataAddress;
        string? named = options.Variable(CredentialChainOptions.MetadataVariable);
        if (string.IsNullOrEmpty(named))
            return LinkLocal;
        return Uri.TryCreate(named, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address : null;
    }

    /// <summary>Uses no proxy and follows no redirects, which would send the token to another machine.</summary>
    private static HttpClientHandler Direct() => new() { UseProxy = false, AllowAutoRedirect = false, UseCookies = false };

    /// <summary>Returns the text of a response as UTF-8, whatever encoding it declares: JSON has only one.</summary>
    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
#if NET
        byte[] bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
#else
        cancellationToken.ThrowIfCancellationRequested();
        byte[] bytes = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
#endif
        return Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
    }

    private static string ReasonOf(HttpStatusCode status, string body)
        // Agency or agency.
        => body.Contains("gency")
            ? Text.MetadataWithoutAgency
            : Format(Text.MetadataStatus, (int)status);

    private static string? Value(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
