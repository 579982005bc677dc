namespace HuaweiDms.Contract;

/// <summary>Checks the exchanges between a client and a server, and throws if either violates the contract.</summary>
public sealed class ContractHandler : DelegatingHandler
{
    private readonly ExchangeRules _rules;

    /// <summary>Creates a handler in front of <paramref name="inner"/>.</summary>
    public ContractHandler(HttpMessageHandler inner, bool onlyKnownFields = false)
        : base(inner)
        => _rules = new(ApiContract.Default) { OnlyKnownFields = onlyKnownFields };

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        string? requestBody = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        ContractViolationException.ThrowIfAny(_rules.Check(Describe(request, requestBody, null, null)));
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            // Reading buffers the body, so that the client can read it again.
            string responseBody = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            ContractViolationException.ThrowIfAny(_rules.Check(Describe(request, requestBody, response, responseBody)));
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static Exchange Describe(HttpRequestMessage request, string? requestBody, HttpResponseMessage? response, string? responseBody) => new()
    {
        Method = request.Method.Method,
        PathAndQuery = request.RequestUri!.PathAndQuery,
        RequestBody = requestBody,
        RequestMediaType = string.IsNullOrEmpty(requestBody) ? null : request.Content?.Headers.ContentType?.MediaType ?? "(none)",
        Status = (int?)response?.StatusCode,
        ResponseBody = responseBody,
        ResponseHeaders = response is null ? null : [.. response.Headers.Select(header => header.Key), .. response.Content.Headers.Select(header => header.Key)],
    };
}
