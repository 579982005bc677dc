using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>A listener receives every attempt of its own flow, and no secrets.</summary>
public sealed class RequestLogTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_attempt_is_reported_with_number_status_and_request_id()
    {
        using ScriptedClient client = new ScriptedClient().Then(
            Responses.ConnectionReset,
            Responses.Error(503, "DMS.00503000").AfterSeconds(1),
            Responses.Json(Responses.Instance).With(response => response.Headers.Add("X-Request-Id", "req-3")));
        List<RequestLogEntry> entries = [];
        await client.RunAsync(async it =>
        {
            using IDisposable listening = DmsClient.ListenToRequests(entries.Add);
            await it.Instances.GetAsync("i-1", Stop);
        });

        Assert.Equal([1, 2, 3], entries.Select(entry => entry.Attempt));
        Assert.Equal([null, 503, 200], entries.Select(entry => entry.StatusCode));
        Assert.Equal("req-3", entries[2].RequestId);
        Assert.NotNull(entries[0].Failure);
        Assert.Null(entries[2].Failure);
        Assert.All(entries, entry => Assert.Equal($"/v2/{ScriptedClient.ProjectId}/instances/i-1", entry.Path));
        Assert.Equal($"GET /v2/{ScriptedClient.ProjectId}/instances/i-1 -> 200 in 0 ms, attempt 3, request id req-3", entries[2].ToString());
    }

    [Fact]
    public async Task A_response_that_breaks_off_is_reported_with_its_status_and_the_failure()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Body("""{"instance_id":""", BrokenBody.End.Broken), Responses.Json(Responses.Instance));
        List<RequestLogEntry> entries = [];
        await client.RunAsync(async it =>
        {
            using IDisposable listening = DmsClient.ListenToRequests(entries.Add);
            return await it.Instances.GetAsync("i-1", Stop);
        });

        Assert.NotNull(entries[0].Failure);
        Assert.Contains($"-> 200, {entries[0].Failure} in", entries[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("-> 200 in", entries[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_canceled_attempt_is_not_reported_as_a_success()
    {
        using CancellationTokenSource leaving = new();
        using ScriptedClient client = new ScriptedClient().Then(async (_, cancellationToken) =>
        {
            await leaving.CancelAsync();
            return await Task.FromCanceled<HttpResponseMessage>(cancellationToken);
        });
        List<RequestLogEntry> entries = [];
        using IDisposable listening = DmsClient.ListenToRequests(entries.Add);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Client.Instances.GetAsync("i-1", leaving.Token));

        Assert.NotNull(Assert.Single(entries).Failure);
    }

    [Fact]
    public async Task Listeners_receive_only_requests_of_their_own_flow()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(Responses.Instance));
        async Task<List<string>> ListenAsync(string id)
        {
            List<string> ids = [];
            using (DmsClient.ListenToRequests(entry => ids.Add(entry.Path.Split('/')[^1])))
            {
                await Task.Yield();
                await client.Client.Instances.GetAsync(id, Stop);
            }

            await client.Client.Instances.GetAsync("unheard", Stop);
            return ids;
        }

        List<string>[] heard = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => ListenAsync($"i-{i}")));
        Assert.All(heard.Index(), it => Assert.Equal([$"i-{it.Index}"], it.Item));
    }

    [Fact]
    public async Task A_nested_listener_restores_the_outer_one()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(Responses.Instance));
        List<string> outer = [], inner = [];
        using (DmsClient.ListenToRequests(entry => outer.Add(entry.Method)))
        {
            using (DmsClient.ListenToRequests(entry => inner.Add(entry.Method)))
                await client.Client.Instances.GetAsync("i-1", Stop);

            await client.Client.Instances.GetAsync("i-1", Stop);
        }

        Assert.Single(outer);
        Assert.Single(inner);
    }

    /// <summary>For example, that of a finished command on whose flow a shared token is obtained.</summary>
    [Fact]
    public async Task A_failing_listener_does_not_affect_the_call()
    {
        HttpResponseMessage? response = null;
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(Responses.Instance).With(sent => response = sent));
        Instance instance = await client.RunAsync(async it =>
        {
            using IDisposable listening = DmsClient.ListenToRequests(_ => throw new OperationCanceledException());
            return await it.Instances.GetAsync("i-1", Stop);
        });

        Assert.NotNull(instance);
        Assert.Throws<ObjectDisposedException>(() => response!.StatusCode = System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task Pages_read_ahead_are_reported_to_the_listener_of_the_caller()
    {
        using EmulatedClient client = new(empty: true);
        for (int i = 0; i < 120; i++)
            await client.Client.Instances.CreateAsync(Specifications.Minimal($"kafka-{i:000}"), Stop);

        List<string> paths = [];
        using (DmsClient.ListenToRequests(entry =>
        {
            lock (paths)
                paths.Add(entry.Path);
        }))
        {
            Assert.Equal(120, await client.Client.Instances.List().CountAsync(Stop));
        }

        Assert.Equal(3, paths.Count);
    }

    [Fact]
    public async Task No_log_entry_contains_a_secret()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.ConnectionReset);
        List<string> entries = [];

        await client.FailAsync(async it =>
        {
            using IDisposable listening = DmsClient.ListenToRequests(entry => entries.Add($"{entry} {entry.Failure}"));
            await it.Instances.CreateAsync(Specifications.Maximal(), Stop);
        });

        string text = Assert.Single(entries);
        Assert.All(["sk-test-secret", "AKTEST", "Access-Pass-1", "SDK-HMAC"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }
}
