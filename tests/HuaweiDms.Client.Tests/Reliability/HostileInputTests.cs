using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Reliability;

/// <summary>Any value in place of a name, a number or a time either arrives unchanged or is rejected before anything is sent.</summary>
public sealed partial class HostileInputTests
{
    private const int Cases = 50;

    private static readonly string[] OurHeaders
        = ["Accept", "User-Agent", "X-Project-Id", "X-Sdk-Date", "Authorization", "Accept-Encoding", "Host", "Content-Type", "Content-Length"];

    public static TheoryData<string> Names => PublicCall.Names;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_value_arrives_unchanged_or_is_rejected(string name)
        => Check.One(
            Trials.Of(Cases),
            Prop.ForAll(Hostile.Arguments.ToArbitrary(), values => CallAsync(PublicCall.Of(name), values).GetAwaiter().GetResult()));

    [Fact]
    public void Any_project_id_is_sent_unchanged_in_path_and_header_or_not_at_all()
        => Check.One(
            Trials.Of(500),
            Prop.ForAll(Hostile.Texts.ToArbitrary(), project => SendFromAsync(project).GetAwaiter().GetResult()));

    [Fact]
    public void One_call_is_one_request_on_the_wire_without_injected_lines()
    {
        using WireListener listener = new();
        using DmsClient client = new(new()
        {
            Credential = new AccessKeyCredential("AKTESTAKTESTAKTEST01", Secret.From("sk-test-secret")),
            ProjectId = ScriptedClient.ProjectId,
            Endpoint = listener.Address,
            Proxy = new WebProxy(),
            RetryCount = 0,
        });
        int sent = 0;
        Check.One(
            Trials.Of(300),
            Prop.ForAll(Hostile.Texts.ToArbitrary(), Hostile.Texts.ToArbitrary(), (name, value) =>
            {
                int before = listener.Requests.Count;
                string path = "/v2/kafka/" + Uri.EscapeDataString(name);
                Exception? thrown = Record.Exception(() => client.Raw.SendAsync(HttpMethod.Post, DmsService.Kafka, path, [new(value, name)], "{}", Stop).GetAwaiter().GetResult());
                if (thrown is DmsException { Kind: DmsErrorKind.InvalidArgument })
                {
                    Assert.Equal(before, listener.Requests.Count);
                    return;
                }

                // A name of five thousand characters may exceed a limit of the other end; it must not become two requests.
                sent++;
                Assert.Equal(before + 1, listener.Requests.Count);
                Assert.Matches(Plain(), listener.Last.Target);
                Assert.All(listener.Last.Headers, header => Assert.Contains(header.Key, OurHeaders));
                Assert.Equal("{}"u8.ToArray(), listener.Last.Body);
            }));
        Assert.InRange(sent, 50, 300);
        Assert.Equal(sent, listener.Requests.Count);
    }

    /// <summary>Checks the format of a given id; the id from a lookup is sent unchanged or not at all.</summary>
    private static async Task SendFromAsync(string project)
    {
        if (!ProjectId().IsMatch(project))
            Assert.Equal("ProjectId", Assert.Throws<DmsException>(() => new ScriptedClient(options => options.ProjectId = project)).ParameterName);

        using ScriptedClient client = new ScriptedClient(options => (options.ProjectId, options.ProjectName, options.RetryCount) = (null, "r", 0)).Then(
            Responses.Json(JsonSerializer.Serialize(new { projects = new[] { new { id = project, name = "r" } } })), Responses.Json(Responses.Instance));
        // A character that JSON cannot represent is replaced in transit.
        project = JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(project))!;
        try
        {
            await client.RunAsync(it => it.Instances.GetAsync("i-1", Stop));
            Assert.Equal(2, client.Sent.Count);
            Assert.Equal("/v2/" + Uri.EscapeDataString(project) + "/instances/i-1", client.Sent[1].Target);
            Assert.Equal(project, client.Sent[1].Headers["X-Project-Id"]);
            Assert.DoesNotMatch(Control(), project);
        }
        catch (DmsException refused)
        {
            Assert.Equal(DmsErrorKind.InvalidArgument, refused.Kind);
            Assert.Single(client.Sent);
        }
    }

    private static async Task CallAsync(PublicCall call, Hostile.Values values)
    {
        using ScriptedClient client = new ScriptedClient(options => options.RetryCount = 0).Then(Responses.Error(400, "DMS.00400010"));
        try
        {
            await client.RunAsync(it => call.InvokeAsync(it, values.ToArguments(), Stop));
        }
        catch (DmsException refused)
        {
            Assert.NotEmpty(refused.Message);
        }

        Assert.All(client.Sent, request => CheckRequest(request, values));
    }

    private static void CheckRequest(SentRequest request, Hostile.Values values)
    {
        // Only characters of addresses, and nothing that a server or proxy could interpret differently.
        Assert.Matches(Plain(), request.Target);
        Assert.Equal("https", request.Address.Scheme);
        Assert.EndsWith(".test", request.Address.Host, StringComparison.Ordinal);
        Assert.Equal("", request.Address.Fragment);
        if (request.Target.StartsWith("/v2/", StringComparison.Ordinal) && ApiContract.Default.Match(request.Method, request.Target) is { } match)
        {
            Assert.All(match.PathValues.Where(value => value.Key is not ("project_id" or "engine" or "partition")), value => Assert.Contains(value.Value, values.Texts));
            Assert.All(match.PathValues.Where(value => value.Key == "partition"), value => Assert.Matches(@"\A-?[0-9]+\z", value.Value));
            Assert.Equal(match.Operation.Path.Count(letter => letter == '/'), request.Target.Split('?')[0].Count(letter => letter == '/'));
        }

        Assert.All(request.Headers, header =>
        {
            Assert.Contains(header.Key, OurHeaders);
            Assert.DoesNotMatch(Control(), header.Value);
        });
        if (request.Body.Length > 0)
            JsonDocument.Parse(request.Body).Dispose();
    }

    [GeneratedRegex(@"\A/[A-Za-z0-9\-_.~/%]*(\?[A-Za-z0-9\-_.~%&=]*)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ProjectId();

    [GeneratedRegex(@"[^\x20-\x7e]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Control();
}
