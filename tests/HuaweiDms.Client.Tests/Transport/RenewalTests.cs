using System.Net;
using HuaweiDms.Client.Tests.Support;
using Step = HuaweiDms.Client.Tests.Support.ScriptedHandler.Step;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>A token that the service rejects is renewed once per call, never in a loop.</summary>
public sealed class RenewalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rejected_token_is_renewed_and_the_call_sent_again()
    {
        using ScriptedClient client = Client(request => request.Headers["X-Auth-Token"] == "token-1" ? Responses.Error(401, "APIGW.0307") : Responses.Json(Responses.Instance));

        Assert.Equal("i-1", (await client.Client.Instances.GetAsync("i-1", Stop)).InstanceId);
        Assert.Equal(["/v3/auth/tokens", "/v2/p/instances/i-1", "/v3/auth/tokens", "/v2/p/instances/i-1"], client.Sent.Select(Path));
    }

    [Fact]
    public async Task A_token_rejected_again_is_not_renewed_again()
    {
        using ScriptedClient client = Client(_ => Responses.Error(401, "APIGW.0307"));

        DmsException error = await Assert.ThrowsAsync<DmsException>(() => client.Client.Instances.GetAsync("i-1", Stop));

        Assert.Equal(DmsErrorKind.AuthenticationFailed, error.Kind);
        Assert.Equal(2, error.Attempts);
        Assert.Equal(4, client.Sent.Count);
    }

    [Fact]
    public async Task An_unauthenticated_creation_is_sent_again()
    {
        using ScriptedClient client = Client(request => request.Headers["X-Auth-Token"] == "token-1" ? Responses.Error(401, "APIGW.0307") : Responses.Json("""{"instance_id":"i-9"}"""));

        Assert.Equal("i-9", await client.Client.Instances.CreateAsync(Specifications.Minimal(), Stop));
        Assert.Equal(2, client.Sent.Count(request => request.Method == "POST" && Path(request) == "/v2/kafka/p/instances"));
    }

    [Fact]
    public async Task A_delete_after_a_renewed_token_still_reports_a_missing_object()
    {
        using ScriptedClient client = Client(request => Responses.Error(request.Headers["X-Auth-Token"] == "token-1" ? 401 : 404, "DMS.00404022"));

        DmsException error = await Assert.ThrowsAsync<DmsException>(() => client.Client.Instances.DeleteAsync("i-1", Stop));

        Assert.Equal(404, error.StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_is_reported_and_not_tried_again()
    {
        using ScriptedClient client = new(UsePassword);
        client.Then(Responses.Respond(HttpStatusCode.Unauthorized, """{"error":{"code":401,"message":"The username or password is wrong.","title":"Unauthorized"}}"""));

        DmsException error = await Assert.ThrowsAsync<DmsException>(() => client.Client.Instances.GetAsync("i-1", Stop));

        Assert.Equal(DmsErrorKind.AuthenticationFailed, error.Kind);
        Assert.Equal("The username or password is wrong.", error.ServiceMessage);
        Assert.Single(client.Sent);
        Assert.DoesNotContain("Secret-Pass-1", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_token_is_not_used_after_a_failed_renewal()
    {
        bool isUnavailable = false;
        using ScriptedClient client = new(UsePassword);
        int issued = 0;
        client.Then((request, cancellationToken) => (Path(request) != "/v3/auth/tokens" ? Responses.Json(Responses.Instance)
            : isUnavailable ? Responses.Error(403, "IAM.0002") : Token(client, ++issued))(request, cancellationToken));
        await client.Client.Instances.GetAsync("i-1", Stop);
        client.Time.Advance(TimeSpan.FromDays(2));

        isUnavailable = true;
        await Assert.ThrowsAsync<DmsException>(() => client.Client.Instances.GetAsync("i-1", Stop));
        isUnavailable = false;
        await client.Client.Instances.GetAsync("i-1", Stop);

        Assert.Equal("token-2", client.Sent[^1].Headers["X-Auth-Token"]);
    }

    private static ScriptedClient Client(Func<SentRequest, Step> response)
    {
        ScriptedClient client = new(UsePassword);
        int issued = 0;
        client.Then(
            (request, cancellationToken) => (Path(request) == "/v3/auth/tokens" ? Token(client, ++issued) : response(request))(request, cancellationToken));
        return client;
    }

    private static void UsePassword(DmsClientOptions options)
    {
        options.Credential = new PasswordCredential("acme", "bob", Secret.From("Secret-Pass-1"));
        options.ProjectId = "p";
    }

    private static Step Token(ScriptedClient client, int number)
        => Responses.Json($$$"""{"token":{"expires_at":"{{{client.Time.GetUtcNow().AddDays(1):yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}}}"}}""", HttpStatusCode.Created)
            .With(response => response.Headers.Add("X-Subject-Token", $"token-{number}"));

    private static string Path(SentRequest request) => request.Address.AbsolutePath;
}
