using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HuaweiDms.Client.Tests.Support;
using Step = HuaweiDms.Client.Tests.Support.ScriptedHandler.Step;

namespace HuaweiDms.Client.Tests.Reliability;

/// <summary>A service or a proxy that repeats every header and body it was sent: errors contain no secret.</summary>
public sealed class SecretRedactorTests
{
    private const string Key = "Canary-Secret-Key-5501";
    private const string Token = "Canary-Token-5502";

    /// <summary>The <see cref="Secret"/> that <see cref="Arguments"/> creates.</summary>
    private const string Password = "Secret-5503";

    private static readonly Dictionary<string, Step> Echoes = new(StringComparer.Ordinal)
    {
        ["in a message"] = Say(request => JsonSerializer.Serialize(new { error_code = "DMS.1", error_msg = Everything(request) })),
        ["in a code"] = Say(request => JsonSerializer.Serialize(new { error_code = Everything(request), request_id = Everything(request) })),
        ["on a page"] = Say(request => $"<html><body>{Everything(request)}</body></html>"),
        ["as a request id"] = async (request, cancellationToken) =>
        {
            HttpResponseMessage response = await Responses.Empty(400)(request, cancellationToken);
            response.Headers.Add("X-Request-Id", Everything(request));
            return response;
        },
    };

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => PublicCall.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Secrets_repeated_by_a_service_are_hidden(string name)
    {
        Func<DmsCredential>[] credentials =
        [
            () => new AccessKeyCredential("AKTESTAKTESTAKTEST01", Secret.From(Key), Secret.From(Token)),
            () => new TokenCredential(Secret.From(Token)),
        ];
        foreach (Func<DmsCredential> credential in credentials)
        {
            await Assert.AllAsync(Echoes, async echo =>
            {
                List<string> shown = [];
                using ScriptedClient client = new ScriptedClient(options => (options.Credential, options.RetryCount) = (credential(), 0)).Then(echo.Value);
                using (DmsClient.ListenToRequests(entry => shown.Add(entry.ToString())))
                {
                    Arguments secretive = new() { Number = () => 5503 };
                    Exception? thrown = await Record.ExceptionAsync(() => PublicCall.Of(name).InvokeAsync(client.Client, secretive, TestContext.Current.CancellationToken));
                    DmsException error = Assert.IsType<DmsException>(thrown);
                    shown.AddRange([error.ToString(), error.ServiceMessage ?? "", error.RequestId ?? "", error.ErrorId]);
                }

                string[] signature = client.Sent[0].Headers.GetValueOrDefault("Authorization", "").Split("Signature=");
                Assert.All(shown, text =>
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
    public async Task Secret_fields_are_recognized_in_any_case(string json)
        => Assert.DoesNotContain("Canary-Word-5504", await ErrorOfAsync(json), StringComparison.Ordinal);

    [Fact]
    public async Task Every_secret_field_of_the_contract_is_recognized()
    {
        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "access_key", "pass_word", "user_passwd" }, ContractNames.Secrets.ToHashSet(StringComparer.Ordinal));
        await Assert.AllAsync(ContractNames.Secrets, async name => Assert.DoesNotContain(
            "Canary-Word-5504", await ErrorOfAsync($$"""{"{{name}}":"Canary-Word-5504"}"""), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_that_starts_with_another_is_hidden_completely()
        => Assert.DoesNotContain("the-rest", await ErrorOfAsync("""{"password":"Canary-5506","new_password":"Canary-5506-the-rest"}"""), StringComparison.Ordinal);

    /// <summary>Messages and bodies are truncated at different lengths: half a token must not be shown either.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(290)]
    [InlineData(65_500)]
    public async Task A_truncated_secret_is_hidden(int before)
    {
        string token = "MII" + string.Concat(Enumerable.Repeat("abcdefghij", 200));
        foreach (string page in new[] { $"<p>{new string('x', before)} {token}</p>", $"{new string('x', before)} {token}", $"<p>{new string('x', before)} {token[..40]}" })
        {
            using ScriptedClient client = new ScriptedClient(options => (options.Credential, options.RetryCount) = (new TokenCredential(Secret.From(token)), 0))
                .Then(Responses.Respond(HttpStatusCode.BadGateway, page, "text/html"));
            DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", TestContext.Current.CancellationToken));
            Assert.DoesNotContain("MIIabc", error + error.ServiceMessage, StringComparison.Ordinal);
        }
    }

    /// <summary>A long body is truncated at a number of bytes, and thus possibly inside a character.</summary>
    [Fact]
    public async Task A_secret_that_is_truncated_inside_a_character_is_hidden()
    {
        const string Word = "Top-Secret-Schloß-19";
        byte[] bytes = Encoding.UTF8.GetBytes(Word);
        foreach (int kept in Enumerable.Range(6, bytes.Length - 6))
        {
            string page = new string(' ', (64 * 1024) - kept) + Word;
            using ScriptedClient client = new ScriptedClient(options => options.RetryCount = 0).Then(Responses.Respond(HttpStatusCode.BadRequest, page, "text/plain"));
            DmsException error = await client.FailAsync(it => it.Settings.ResetPasswordAsync("i-1", Secret.From(Word), TestContext.Current.CancellationToken));
            Assert.Equal("********", error.ServiceMessage);
        }
    }

    /// <summary>As it is, as we encode it, and as others encode it when they repeat it.</summary>
    [Theory]
    [InlineData("Top<Secret>&1+'9'")]
    [InlineData("Top\"Secret\"19\\")]
    [InlineData("Tür-Schloß-19")]
    public async Task A_secret_is_recognized_in_every_encoding(string password)
    {
        Step[] echoes =
        [
            Say(request => JsonSerializer.Serialize(new { error_code = "DMS.1", error_msg = "Cannot read " + request.Body })),
            Say(request => $"<p>Cannot read {request.Body}</p>"),
            Say(_ => $"<p>Cannot read {WebUtility.HtmlEncode(password)}</p>"),
            Say(_ => $"<p>Cannot read {password}</p>"),
            Say(_ => JsonSerializer.Serialize(new { error_code = "DMS.1", error_msg = JsonSerializer.Serialize(new { password }, Relaxed) })),
        ];
        foreach (Step echo in echoes)
        {
            using ScriptedClient client = new ScriptedClient(options => options.RetryCount = 0).Then(echo);
            DmsException error = await client.FailAsync(it => it.Settings.ResetPasswordAsync("i-1", Secret.From(password), TestContext.Current.CancellationToken));
            Assert.Contains("********", error.ServiceMessage, StringComparison.Ordinal);
            Assert.All(["Secret", "19", "Schlo"], part => Assert.DoesNotContain(part, error.ServiceMessage, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_body_with_an_invalid_field_name_does_not_hide_the_error()
    {
        using ScriptedClient client = new ScriptedClient(options => options.RetryCount = 0).Then(Echoes["in a message"]);

        DmsException error = await Assert.ThrowsAsync<DmsException>(() => client.Client.Raw.SendAsync(
            HttpMethod.Post, DmsService.Kafka, "/v2/anything", [], """{"\ud800":1,"password":"Canary-Word-5505 \ud800"}""", TestContext.Current.CancellationToken));

        Assert.Equal("DMS.1", error.ErrorId);
        Assert.DoesNotContain("Canary-Word-5505", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Returns the error for a request whose body is repeated.</summary>
    private static async Task<string> ErrorOfAsync(string json)
    {
        using ScriptedClient client = new ScriptedClient(options => options.RetryCount = 0).Then(Echoes["in a message"]);
        DmsException error = await Assert.ThrowsAsync<DmsException>(
            () => client.Client.Raw.SendAsync(HttpMethod.Post, DmsService.Kafka, "/v2/anything", [], json, TestContext.Current.CancellationToken));
        return error.ToString();
    }

    private static Step Say(Func<SentRequest, string> body)
        => (request, cancellationToken) => Responses.Respond(HttpStatusCode.BadRequest, body(request))(request, cancellationToken);

    private static string Everything(SentRequest request)
        => new StringBuilder().AppendJoin(' ', request.Headers.Select(header => $"{header.Key}: {header.Value}")).Append(' ').Append(request.Body).ToString();
}
