using System.Text;

namespace HuaweiDms.PowerShell.Tests.Support;

/// <summary>Answers what is asked of paths with a certain end with a text of its own, and lets everything else through.</summary>
internal sealed class FixedAnswer(string pathEnd, string json) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => request.RequestUri!.AbsolutePath.EndsWith(pathEnd, StringComparison.Ordinal)
            ? Task.FromResult(new HttpResponseMessage { Content = new StringContent(json, Encoding.UTF8, "application/json") })
            : base.SendAsync(request, cancellationToken);
}
