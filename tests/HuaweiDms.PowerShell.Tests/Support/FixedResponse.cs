using System.Text;

namespace HuaweiDms.PowerShell.Tests.Support;

/// <summary>Responds to paths with a given ending with a fixed text, and forwards all other requests.</summary>
internal sealed class FixedResponse(string pathEnd, string json) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => request.RequestUri!.AbsolutePath.EndsWith(pathEnd, StringComparison.Ordinal)
            ? Task.FromResult(new HttpResponseMessage { Content = new StringContent(json, Encoding.UTF8, "application/json") })
            : base.SendAsync(request, cancellationToken);
}
