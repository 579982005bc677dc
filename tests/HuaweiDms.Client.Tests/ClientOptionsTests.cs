using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests;

/// <summary>The options belong to the caller, who may use them for another client.</summary>
public sealed class ClientOptionsTests
{
    [Fact]
    public async Task Changing_the_options_does_not_affect_a_client_created_before()
    {
        DmsClientOptions? options = null;
        using ScriptedClient client = new(it => options = it);
        client.Then(Responses.Json("""{"instances":[{"instance_id":"i-1"}],"instance_num":1}"""));
        (options!.Name, options.Endpoint, options.RetryCount, options.Timeout) = ("changed", new("https://changed.test"), -1, TimeSpan.Zero);

        IReadOnlyList<Instance> instances = await client.RunAsync(it => it.Instances.List().ToListAsync(TestContext.Current.CancellationToken));

        Assert.Null(Assert.Single(instances).Context);
        Assert.Equal(ScriptedClient.Endpoint.Host, Assert.Single(client.Sent).Address.Host);
    }

    [Fact]
    public void A_client_requires_options_and_a_credential()
    {
        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => new DmsClient(null!)).ParamName);
        Assert.Equal("Credential", Assert.Throws<DmsException>(() => new DmsClient(new() { Credential = null! })).ParameterName);
    }

    [Fact]
    public void A_credential_requires_its_secrets()
    {
        Assert.Equal("SecretKey", Assert.Throws<DmsException>(() => new AccessKeyCredential("AKTESTAKTESTAKTEST01", null!)).ParameterName);
        Assert.Equal("Token", Assert.Throws<DmsException>(() => new TokenCredential(null!)).ParameterName);
        Assert.Equal("Password", Assert.Throws<DmsException>(() => new PasswordCredential("acme", "bob", null!)).ParameterName);
    }

    [Fact]
    public async Task A_missing_body_or_batch_is_rejected_before_anything_is_sent()
    {
        using ScriptedClient client = new();
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;

        Assert.Equal(
            "specification", (await Assert.ThrowsAsync<ArgumentNullException>(() => client.Client.Instances.CreateAsync(null!, cancellationToken))).ParamName);
        Assert.Equal(
            "update", (await Assert.ThrowsAsync<ArgumentNullException>(() => client.Client.Instances.UpdateAsync("i-1", null!, cancellationToken))).ParamName);
        Assert.Equal(
            "instanceIds", (await Assert.ThrowsAsync<ArgumentNullException>(() => client.Client.Instances.RestartAsync(null!, cancellationToken))).ParamName);
        Assert.Equal(
            "path",
            (await Assert.ThrowsAsync<ArgumentNullException>(
                () => client.Client.Raw.SendAsync(HttpMethod.Get, DmsService.Kafka, null!, cancellationToken: cancellationToken))).ParamName);
        Assert.Empty(client.Sent);
    }
}
