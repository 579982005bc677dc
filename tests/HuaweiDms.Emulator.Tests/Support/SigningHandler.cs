namespace HuaweiDms.Emulator.Tests.Support;

/// <summary>Signs all requests with a key.</summary>
internal sealed class SigningHandler(string accessKey, string secretKey, IEmulatorClock clock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Headers.Contains("X-Auth-Token") && !request.Headers.Contains("Authorization"))
            await SignAsync(request, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }

    private async Task SignAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        string date = RequestSigning.Date(clock.UtcNow);
        Uri uri = request.RequestUri!;
        request.Headers.TryAddWithoutValidation("X-Sdk-Date", date);
        string authorization = RequestSigning.Authorization(
            accessKey, secretKey, request.Method.Method, uri.AbsolutePath, uri.Query.TrimStart('?'),
            [("host", uri.Authority), ("x-sdk-date", date)], RequestSigning.Sha256(body));
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
    }
}
