using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Reliability;

/// <summary>
/// Cancels every method, and lets its time limit expire, in every phase of a call. It ends immediately, sends nothing more, and leaves no
/// timer, request or open body behind. The clock stands still, so anything that ends does so without waiting.
/// </summary>
public sealed class CancellationMatrixTests
{
    /// <summary>Prevents a test from hanging.</summary>
    private const int Patience = 60_000;

    private static readonly string[] Phases = ["the head", "the body", "the body of an error", "the pause"];

    public static TheoryData<string> Names => PublicCall.Names;

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Names))]
    public async Task A_canceled_method_ends_as_canceled_and_leaves_nothing_behind(string name)
        => await Assert.AllAsync(Phases, async phase =>
        {
            using CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            using ScriptedClient client = Client();
            BrokenBody? body = Prepare(client, phase);
            Task<object?> call = PublicCall.Of(name).InvokeAsync(client.Client, Arguments.Sparse, cancel.Token);
            if (call.IsCompletedSuccessfully)
            {
                // A method that ignores the body of the response.
                Assert.Equal("the body", phase);
                return;
            }

            Assert.False(call.IsCompleted);
            await cancel.CancelAsync();
            OperationCanceledException ended = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
            Assert.Equal(cancel.Token, ended.CancellationToken);
            AssertNothingIsLeft(client, body);
        });

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Names))]
    public async Task A_method_of_a_disposed_client_says_so_and_sends_nothing(string name)
    {
        using ScriptedClient client = Client();

        client.Client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => PublicCall.Of(name).InvokeAsync(client.Client, Arguments.Sparse, TestContext.Current.CancellationToken));
        Assert.Empty(client.Sent);
    }

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Names))]
    public async Task A_method_that_times_out_reports_it_and_leaves_nothing_behind(string name)
        => await Assert.AllAsync(Phases, async phase =>
        {
            using ScriptedClient client = Client(options => (options.Timeout, options.RetryCount) = (TimeSpan.FromSeconds(10), 20));
            BrokenBody? body = Prepare(client, phase);
            DateTimeOffset before = client.Time.GetUtcNow();
            Exception? thrown = await Record.ExceptionAsync(() => client.RunAsync(it => PublicCall.Of(name).InvokeAsync(it, Arguments.Sparse, TestContext.Current.CancellationToken)));
            if (thrown is null)
            {
                Assert.Equal("the body", phase);
                return;
            }

            DmsException error = Assert.IsType<DmsException>(thrown);
            // The failed attempt is reported: while a call waits for its next attempt or for the text of an error, no outcome is open.
            bool wasTurnedAway = phase is "the pause" or "the body of an error";
            Assert.Equal(
                wasTurnedAway ? DmsErrorKind.ServiceFailed : client.Sent[^1].IsHarmless ? DmsErrorKind.TimedOut : DmsErrorKind.OutcomeUnknown, error.Kind);
            Assert.Contains(wasTurnedAway ? "HTTP 503" : "10 s", error.Message, StringComparison.Ordinal);
            Assert.Equal(TimeSpan.FromSeconds(10), client.Time.GetUtcNow() - before);
            AssertNothingIsLeft(client, body);
        });

    [Fact(Timeout = Patience)]
    public async Task Lists_read_ahead_in_the_following_tests()
    {
        using CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using ScriptedClient client = Client().Then(FullPage, Responses.Stalled);
        Task<IReadOnlyList<Instance>> list = client.Client.Instances.List().ToListAsync(cancel.Token);
        Assert.Equal(8, client.Handler.InFlight);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => list);
    }

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Names))]
    public async Task A_list_canceled_while_reading_ahead_cancels_every_page(string name)
    {
        using CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using ScriptedClient client = Client().Then(FullPage, Responses.Stalled);
        Task<object?> call = PublicCall.Of(name).InvokeAsync(client.Client, Arguments.Sparse, cancel.Token, mostItems: 5000);
        if (call.IsCompleted)
        {
            Assert.Equal(0, client.Handler.InFlight);
            return;
        }

        Assert.InRange(client.Handler.InFlight, 1, 8);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        AssertNothingIsLeft(client, null);
    }

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Names))]
    public async Task A_method_canceled_during_the_project_lookup_sends_no_request_of_its_own(string name)
    {
        using CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using ScriptedClient client = Client(options => (options.ProjectId, options.Region) = (null, "cn-north-4")).Then(Responses.Stalled);
        Task<object?> call = PublicCall.Of(name).InvokeAsync(client.Client, Arguments.Sparse, cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        AssertNothingIsLeft(client, null);
    }

    private static ScriptedClient Client(Action<DmsClientOptions>? more = null)
        => new(options =>
        {
            options.AttemptTimeout = TimeSpan.FromHours(1);
            more?.Invoke(options);
        });

    /// <summary>Brings the client into a phase and keeps it there.</summary>
    private static BrokenBody? Prepare(ScriptedClient client, string phase)
    {
        if (phase == "the head")
            client.Then(Responses.Stalled);
        else if (phase == "the pause")
            client.Then(Responses.Empty(503));
        else
            return PrepareBody(client, phase == "the body" ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable);
        return null;
    }

    private static BrokenBody PrepareBody(ScriptedClient client, HttpStatusCode status)
    {
        BrokenBody body = new(Encoding.UTF8.GetBytes("""{"error_code":"""), BrokenBody.End.Stalled);
        client.Then((_, _) => Task.FromResult(new HttpResponseMessage(status)
        {
            Content = new StreamContent(body) { Headers = { ContentType = new("application/json") } },
            Headers = { { "X-Subject-Token", "token" } },
        }));
        return body;
    }

    private static void AssertNothingIsLeft(ScriptedClient client, BrokenBody? body)
    {
        int sent = client.Sent.Count;
        Assert.Equal(0, client.Handler.InFlight);
        Assert.Equal(0, client.Time.PendingTimers);
        Assert.NotEqual(false, body?.IsClosed);
        client.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(sent, client.Sent.Count);
    }

    /// <summary>Returns a page with as many objects as requested, and a total of many more.</summary>
    private static Task<HttpResponseMessage> FullPage(SentRequest request, CancellationToken cancellationToken)
    {
        JsonNode? page = HostileResponses.Whole(ApiContract.Default.Match(request.Method, request.Target)!.Operation);
        int limit = request.Query.TryGetValue("limit", out string? asked) ? int.Parse(asked, CultureInfo.InvariantCulture) : 1;
        foreach ((string name, JsonNode? value) in page is JsonObject fields ? [.. fields] : Array.Empty<KeyValuePair<string, JsonNode?>>())
        {
            if (value is JsonArray { Count: > 0 } items)
                page![name] = new JsonArray([.. Enumerable.Range(0, limit).Select(_ => items[0]!.DeepClone())]);
            else if (value is JsonValue number && int.TryParse(number.ToString(), CultureInfo.InvariantCulture, out _))
                page![name] = JsonValue.Create(1000);
        }

        return Responses.Json(page?.ToJsonString() ?? "")(request, cancellationToken);
    }
}
