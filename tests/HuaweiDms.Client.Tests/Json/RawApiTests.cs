using System.Globalization;
using System.Net;
using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Json;

/// <summary>Calls of any path, and values of any shape.</summary>
public sealed class RawApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Any_path_is_called_signed_and_with_the_project_id()
    {
        using EmulatedClient client = new();

        object? response = await client.Client.Raw.SendAsync(HttpMethod.Get, DmsService.Kafka, "/v2/{project_id}/instances", [new("engine", "kafka"), new("limit", "2"), new("name", null)], null, Stop);

        IDictionary<string, object?> fields = Assert.IsAssignableFrom<IDictionary<string, object?>>(response);
        Assert.Equal(10L, fields["instance_num"]);
        Assert.Equal(2, Assert.IsType<object?[]>(fields["instances"]).Length);
        Assert.Equal($"/v2/{client.Emulator.ProjectId}/instances?engine=kafka&limit=2&name=", client.Last.Target);
    }

    [Theory]
    [InlineData("5", 5L)]
    [InlineData("0.5", 0.5)]
    [InlineData("\"text\"", "text")]
    [InlineData("true", true)]
    [InlineData("null", null)]
    [InlineData("", null)]
    [InlineData("success", "success")]
    [InlineData("93b94287-728d-4bb1-a158-cb66cb0854e7", "93b94287-728d-4bb1-a158-cb66cb0854e7")]
    public async Task A_response_is_returned_unchanged(string body, object? expected)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Respond(HttpStatusCode.OK, body));
        Assert.Equal(expected, await client.RunAsync(it => it.Raw.SendAsync(HttpMethod.Get, DmsService.Kafka, "/v2/x", [], null, Stop)));
    }

    [Theory]
    [InlineData("GET", 3)]
    [InlineData("HEAD", 3)]
    [InlineData("POST", 1)]
    [InlineData("PUT", 1)]
    [InlineData("DELETE", 1)]
    [InlineData("PATCH", 1)]
    public async Task Only_reading_is_repeated_after_an_unknown_outcome(string method, int times)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.ConnectionReset, Responses.ConnectionReset, Responses.Empty(200));
        try
        {
            await client.RunAsync(it => it.Raw.SendAsync(new(method), DmsService.Kafka, "/v2/x", [], null, Stop));
        }
        catch (DmsException error)
        {
            Assert.Equal(DmsErrorKind.OutcomeUnknown, error.Kind);
        }

        Assert.Equal(times, client.Sent.Count);
    }

    [Fact]
    public async Task A_body_is_sent_unchanged()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Empty(204));

        await client.RunAsync(it => it.Raw.SendAsync(HttpMethod.Post, DmsService.Kafka, "/v2/x", [], """{ "a" : "é" }""", Stop));

        SentRequest sent = Assert.Single(client.Sent);
        Assert.Equal("""{ "a" : "é" }""", sent.Body);
        Assert.Equal("application/json", sent.Headers["Content-Type"]);
    }

    [Theory]
    [InlineData("POST", "application/json")]
    [InlineData("PUT", "application/json")]
    [InlineData("DELETE", "application/json")]
    [InlineData("GET", null)]
    public async Task The_content_type_is_sent_even_for_an_empty_body(string method, string? type)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Empty(204));

        await client.RunAsync(it => it.Raw.SendAsync(new HttpMethod(method), DmsService.Kafka, "/v2/x", [], null, Stop));

        SentRequest sent = Assert.Single(client.Sent);
        Assert.Equal(type, sent.Headers.TryGetValue("Content-Type", out string? actual) ? actual : null);
        Assert.True(string.IsNullOrEmpty(sent.Body));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{'a':1}")]
    [InlineData("{\"password\":\"hush\"")]
    public async Task A_body_that_is_not_JSON_is_rejected_before_anything_is_sent_and_not_shown(string body)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Empty(204));

        DmsException error = await client.FailAsync(it => it.Raw.SendAsync(HttpMethod.Post, DmsService.Kafka, "/v2/x", [], body, Stop));

        Assert.Equal((DmsErrorKind.InvalidArgument, "Body"), (error.Kind, error.ParameterName));
        Assert.DoesNotContain("hush", error.Message, StringComparison.Ordinal);
        Assert.Empty(client.Sent);
    }

    [Fact]
    public async Task A_body_with_an_unpaired_surrogate_is_rejected()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Empty(204));
        Assert.Equal("Body", (await client.FailAsync(it => it.Raw.SendAsync(HttpMethod.Post, DmsService.Kafka, "/v2/x", [], "{\"a\":\"\ud800\"}", Stop))).ParameterName);
    }

    [Fact]
    public void Values_are_written_as_JSON_in_any_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new("de-DE");
        try
        {
            Assert.Equal(
                """{"a":[1,-2,0.25,1.5,true,null,"x\"y",18446744073709551615],"b":{"c":[]}}""",
                RawApi.WriteJson(new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["a"] = new object?[] { 1, -2L, 0.25, 1.5m, true, null, "x\"y", ulong.MaxValue },
                    ["b"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["c"] = Array.Empty<object?>() },
                }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Values_that_are_not_numbers_are_written_as_text()
    {
        Guid id = new("93b94287-728d-4bb1-a158-cb66cb0854e7");
        Assert.Equal("""["93b94287-728d-4bb1-a158-cb66cb0854e7","Stop","NaN"]""", RawApi.WriteJson(new object?[] { id, DcsAction.Stop, double.NaN }));
    }

    [Theory]
    [InlineData("v2/x")]
    [InlineData("/v2/x?y=1")]
    [InlineData("/v2/../x")]
    [InlineData("")]
    public async Task A_path_that_would_be_altered_is_rejected(string path)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Empty(200));

        Assert.Equal(DmsErrorKind.InvalidArgument, (await client.FailAsync(it => it.Raw.SendAsync(HttpMethod.Get, DmsService.Kafka, path, [], null, Stop))).Kind);
        Assert.Empty(client.Sent);
    }
}
