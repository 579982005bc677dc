namespace HuaweiDms.Client.Tests.Transport;

/// <summary>A body is sent with its request. .NET Framework would otherwise wait for 100 Continue.</summary>
public sealed class ExpectationTests : HttpMessageHandler
{
    private bool? _expects = true;

    [Fact]
    public async Task No_request_waits_for_100_Continue()
    {
        using AccessKeyCredential credential = new("access", Secret.From("secret"));
        using DmsClient client = new(new() { Credential = credential, ProjectId = "p", Endpoint = new("http://127.0.0.1"), Handler = this });
        await client.Instances.UpdateAsync("i-1", new() { Name = "orders" }, TestContext.Current.CancellationToken);

        Assert.False(_expects);
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _expects = request.Headers.ExpectContinue;
        return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
    }
}
