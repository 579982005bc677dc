using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HuaweiDms.Client.Tests.Support;
using Step = HuaweiDms.Client.Tests.Support.ScriptedHandler.Step;

namespace HuaweiDms.Client.Tests.Reliability;

/// <summary>A service, or what stands before it, that repeats every header and body it was sent: what is told holds no secret.</summary>
public sealed class SecretRedactorTests
{
    private const string Key = "Canary-Secret-Key-5501";
    private const string Token = "Canary-Token-5502";

    /// <summary>What <see cref="Arguments"/> make of a <see cref="Secret"/>.</summary>
    private const string Password = "Secret-5503";

    private static readonly Dictionary<string, Step> Echoes = new(StringComparer.Ordinal)
    {
        ["in a message"] = Say(request => JsonSerializer.Serialize(new { error_code = "DMS.1", error_msg = Everything(request) })),
        ["in a code"] = Say(request => JsonSerializer.Serialize(new { error_code = Everything(request), request_id = Everything(request) })),
        ["on a page"] = Say(request => $"<html><body>{Everything(request)}</body></html>"),
        ["as a request id"] = async (request, stop) =>
        {
            var response = await Answers.Empty(400)(request, stop);
            response.Headers.Add("X-Request-Id", Everything(request));
            return response;
        },
    };

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => PublicCall.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_a_service_repeats_is_told_without_its_secrets(string name)
    {
        Func<DmsCredential>[] credentials =
        [
            () => new AccessKeyCredential("AKTESTAKTESTAKTEST01", Secret.From(Key), Secret.From(Token)),
            () => new TokenCredential(Secret.From(Token)),
        ];
        foreach (var credential in credentials)
        {
            await Assert.AllAsync(Echoes, async echo =>
            {
                List<string> told = [];
                using var client = new ScriptedClient(options => (options.Credential, options.RetryCount) = (credential(), 0)).Then(echo.Value);
                using (DmsClient.ListenToRequests(entry => told.Add(entry.ToString())))
                {
                    Arguments secretive = new() { Number = () => 5503 };
                    var thrown = await Record.ExceptionAsync(() => PublicCall.Of(name).InvokeAsync(client.Client, secretive, TestContext.Current.CancellationToken));
                    var error = Assert.IsType<DmsException>(thrown);
                    told.AddRange([error.ToString(), error.ServiceMessage ?? "", error.RequestId ?? "", error.ErrorId]);
                }

                var signature = client.Sent[0].Headers.GetValueOrDefault("Authorization", "").Split("Signature=");
                Assert.All(told, text =>
                {
                    Assert.DoesNotContain(Key, text, StringComparison.Ordinal);
                    Assert.DoesNotContain(Token, text, StringComparison.Ordinal);
                    Assert.DoesNotContain(Password, text, StringComparison.Ordinal);
                    if (signature.Length > 1)
                        Assert.DoesNotContain(signature[1], text, StringComparison.Ordinal);
                });
            });
        }
    }

    [Theory]
    [InlineData("""{"adminPass":"Canary-Word-5504"}""")]
    [InlineData("""{"User":{"SECRET_KEY":["Canary-Word-5504"]}}""")]
    [InlineData("""{"securityToken":"Canary-Word-5504"}""")]
    public async Task A_secret_is_one_in_whatever_case_its_name_is(string json)
        => Assert.DoesNotContain("Canary-Word-5504", await ToldOfAsync(json), StringComparison.Ordinal);

    [Fact]
    public async Task Whatever_the_contract_calls_a_secret_is_one()
    {
        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "access_key", "pass_word", "user_passwd" }, ContractNames.Secrets.ToHashSet(StringComparer.Ordinal));
        await Assert.AllAsync(ContractNames.Secrets, async name => Assert.DoesNotContain(
            "Canary-Word-5504", await ToldOfAsync($$"""{"{{name}}":"Canary-Word-5504"}"""), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_that_begins_with_another_is_hidden_whole()
        => Assert.DoesNotContain("the-rest", await ToldOfAsync("""{"password":"Canary-5506","new_password":"Canary-5506-the-rest"}"""), StringComparison.Ordinal);

    /// <summary>What is told is cut at a length, and what is read at another: half a token is no better than a whole one.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(290)]
    [InlineData(65_500)]
    public async Task A_secret_that_reaches_over_a_cut_is_hidden_too(int before)
    {
        var token = "MII" + string.Concat(Enumerable.Repeat("abcdefghij", 200));
        foreach (var page in new[] { $"<p>{new string('x', before)} {token}</p>", $"{new string('x', before)} {token}", $"<p>{new string('x', before)} {token[..40]}" })
        {
            using var client = new ScriptedClient(options => (options.Credential, options.RetryCount) = (new TokenCredential(Secret.From(token)), 0))
                .Then(Answers.Respond(HttpStatusCode.BadGateway, page, "text/html"));
            var error = await client.FailAsync(it => it.Instances.GetAsync("i-1", TestContext.Current.CancellationToken));
            Assert.DoesNotContain("MIIabc", error + error.ServiceMessage, StringComparison.Ordinal);
        }
    }

    /// <summary>As it is, as we write it, and as others write it when they repeat it.</summary>
    [Theory]
    [InlineData("Top<Secret>&1+'9'")]
    [InlineData("Top\"Secret\"19\\")]
    [InlineData("Tür-Schloß-19")]
    public async Task A_secret_is_known_in_every_way_of_writing_it(string password)
    {
        Step[] echoes =
        [
            Say(request => JsonSerializer.Serialize(new { error_code = "DMS.1", error_msg = "Cannot read " + request.Body })),
            Say(request => $"<p>Cannot read {request.Body}</p>"),
            Say(_ => $"<p>Cannot read {WebUtility.HtmlEncode(password)}</p>"),
            Say(_ => $"<p>Cannot read {password}</p>"),
            Say(_ => JsonSerializer.Serialize(new { error_code = "DMS.1", error_msg = JsonSerializer.Serialize(new { password }, Relaxed) })),
        ];
        foreach (var echo in echoes)
        {
            using var client = new ScriptedClient(options => options.RetryCount = 0).Then(echo);
            var error = await client.FailAsync(it => it.Settings.ResetPasswordAsync("i-1", Secret.From(password), TestContext.Current.CancellationToken));
            Assert.Contains("********", error.ServiceMessage, StringComparison.Ordinal);
            Assert.All(["Secret", "19", "Schlo"], part => Assert.DoesNotContain(part, error.ServiceMessage, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_body_with_a_name_that_no_text_can_hold_does_not_cost_the_refusal()
    {
        using var client = new ScriptedClient(options => options.RetryCount = 0).Then(Echoes["in a message"]);
        var error = await Assert.ThrowsAsync<DmsException>(() => client.Client.Raw.SendAsync(
            HttpMethod.Post, DmsService.Kafka, "/v2/anything", [], """{"\ud800":1,"password":"Canary-Word-5505 \ud800"}""", TestContext.Current.CancellationToken));
        Assert.Equal("DMS.1", error.ErrorId);
        Assert.DoesNotContain("Canary-Word-5505", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>What is told of a request whose body is repeated.</summary>
    private static async Task<string> ToldOfAsync(string json)
    {
        using var client = new ScriptedClient(options => options.RetryCount = 0).Then(Echoes["in a message"]);
        var error = await Assert.ThrowsAsync<DmsException>(
            () => client.Client.Raw.SendAsync(HttpMethod.Post, DmsService.Kafka, "/v2/anything", [], json, TestContext.Current.CancellationToken));
        return error.ToString();
    }

    private static Step Say(Func<SentRequest, string> body) => (request, stop) => Answers.Respond(HttpStatusCode.BadRequest, body(request))(request, stop);

    private static string Everything(SentRequest request)
        => new StringBuilder().AppendJoin(' ', request.Headers.Select(header => $"{header.Key}: {header.Value}")).Append(' ').Append(request.Body).ToString();
}
