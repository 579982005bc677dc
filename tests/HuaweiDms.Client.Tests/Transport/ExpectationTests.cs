namespace HuaweiDms.Client.Tests.Transport;

/// <summary>A body goes out with its request. .NET Framework asks before, unless it is told not to.</summary>
public sealed class ExpectationTests : HttpMessageHandler
{
    private bool? _expects = true;

    [Fact]
    public async Task Nobody_is_asked_whether_a_body_may_come()
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
