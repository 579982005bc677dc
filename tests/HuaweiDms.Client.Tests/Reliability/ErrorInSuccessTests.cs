using System.Net;
using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Reliability;

/// <summary>A response with a success status and an error in its body is reported as that error.</summary>
public sealed class ErrorInSuccessTests
{
    private const string Refusal = """{"error_code":"DMS.00400855","error_msg":"Not now."}""";

    public static TheoryData<string> Calls => PublicCall.Names;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task No_method_treats_an_error_as_a_success(string name)
    {
        foreach (ApiVersion version in Enum.GetValues<ApiVersion>())
        {
            using ScriptedClient client = new ScriptedClient(options => options.ApiVersion = version).Then(Responses.Json(Refusal));
            DmsException error = await client.FailAsync(it => PublicCall.Of(name).InvokeAsync(it, Arguments.Sparse, Stop));
            Assert.Equal(("DMS.00400855", "Not now.", 200), (error.ErrorId, error.ServiceMessage, error.StatusCode));
            Assert.Equal(client.Sent.Count, client.Sent.Select(request => (request.Method, request.Target)).Distinct().Count());
        }
    }

    /// <summary>The code contains the status that the response should have had.</summary>
    [Theory]
    [InlineData("DMS.00500000", DmsErrorKind.ServiceFailed, 5, "HuaweiDms.OutcomeUnknown")]
    [InlineData("DMS.10240407", DmsErrorKind.Throttled, 5, "DMS.10240407")]
    [InlineData("DMS.111501026", DmsErrorKind.InvalidArgument, 1, "DMS.111501026")]
    [InlineData("DMS.00404022", DmsErrorKind.NotFound, 1, "DMS.00404022")]
    [InlineData("APIGW.9999", DmsErrorKind.InvalidArgument, 1, "APIGW.9999")]
    public async Task The_request_is_sent_again_if_the_code_allows_it_and_nothing_is_done_twice(string code, DmsErrorKind kind, int times, string toldOfSending)
    {
        using ScriptedClient reading = new ScriptedClient().Then(Responses.Error(200, code));
        DmsException read = await reading.FailAsync(it => it.Instances.GetAsync("i-1", Stop));
        Assert.Equal((code, kind, times), (read.ErrorId, read.Kind, reading.Sent.Count));

        using ScriptedClient sending = new ScriptedClient().Then(Responses.Error(200, code));
        DmsException sent = await sending.FailAsync(it => it.Messages.SendAsync("i-1", "orders", "x", cancellationToken: Stop));
        Assert.Equal(toldOfSending, sent.ErrorId);
        Assert.Equal(kind == DmsErrorKind.Throttled ? times : 1, sending.Sent.Count);
    }

    [Theory]
    [InlineData("""{"error_code":"DMS.1","instance_id":"i-1"}""")]
    [InlineData("""{"instance_id":"i-1","error_code":"DMS.1","error_msg":"m"}""")]
    [InlineData("""{"error_code":"0","error_msg":"","error_data":{"instance_id":"i-1"}}""")]
    [InlineData("""{"error_code":null}""")]
    [InlineData("""{"error_code":{"error_code":"DMS.1"}}""")]
    [InlineData("""{"all":[{"error_code":"DMS.1","error_msg":"m"}]}""")]
    [InlineData("""[{"error_code":"DMS.1","error_msg":"m"}]""")]
    [InlineData("""{"message":"error_code"}""")]
    public async Task An_object_with_an_error_code_among_other_fields_is_an_object(string body)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(body));
        Assert.NotNull(await client.RunAsync(it => it.Raw.SendAsync(HttpMethod.Post, DmsService.Kafka, "/v2/x", [], null, Stop)));
        await client.RunAsync(it => it.Instances.UpdateAsync("i-1", new() { Description = "d" }, Stop));
    }

    [Theory]
    [InlineData("\uFEFF{\"error_msg\":\"m\",\"error_code\":\"DMS.1\",\"request_id\":\"r-1\"}")]
    [InlineData("{ \"error_code\" : \"DMS.1\" , \"error_detail\" : { \"a\" : [ 1 ] } }")]
    [InlineData("{\"error_code\":\"DMS.1\",\"error_msg\":\"broken off")]
    public async Task An_error_is_recognized_in_any_format(string body)
    {
        using ScriptedClient client = new ScriptedClient(options => options.RetryCount = 0).Then(Responses.Json(body));

        Assert.Equal("DMS.1", (await client.FailAsync(it => it.Instances.UpdateAsync("i-1", new() { Description = "d" }, Stop))).ErrorId);
        Assert.Equal("DMS.1", (await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).ErrorId);
    }

    /// <summary>A method that ignores the body does not wait for all of it.</summary>
    [Fact]
    public async Task Only_the_beginning_of_an_ignored_body_is_read()
    {
        string endless = "{\"error_code\":\"DMS.1\",\"error_msg\":\"" + new string('x', 2000);
        foreach ((string body, BrokenBody.End end) in new[] { (endless, BrokenBody.End.Stalled), (endless, BrokenBody.End.Broken) })
        {
            using ScriptedClient client = new ScriptedClient().Then(Responses.Body(body, end));
            Assert.Equal("DMS.1", (await client.FailAsync(it => it.Instances.UpdateAsync("i-1", new() { Description = "d" }, Stop))).ErrorId);
            Assert.Single(client.Sent);
        }

        using ScriptedClient lost = new ScriptedClient().Then(Responses.Body("{", BrokenBody.End.Stalled));
        await lost.RunAsync(it => it.Instances.UpdateAsync("i-1", new() { Description = "d" }, Stop));
        Assert.Equal(0, lost.Time.PendingTimers);
    }

    [Fact]
    public async Task A_password_repeated_in_an_error_is_not_shown()
    {
        using ScriptedClient client = new ScriptedClient().Then((request, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent($$"""{"error_code":"DMS.1","error_msg":{{System.Text.Json.JsonSerializer.Serialize("got " + request.Body)}}}"""),
        }));
        using Secret password = Secret.From("Secret-Pass-1");

        DmsException error = await client.FailAsync(it => it.Manager.ResetPasswordAsync("i-1", password, Stop));

        Assert.Equal("DMS.1", error.ErrorId);
        Assert.DoesNotContain("Secret-Pass-1", error.ToString(), StringComparison.Ordinal);
    }
}
