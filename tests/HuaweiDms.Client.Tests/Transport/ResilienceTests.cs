using System.Net;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>What is sent again, what is not, and which error the caller gets.</summary>
public sealed class ResilienceTests
{
    public static TheoryData<string> Names => [.. Failures.Names];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_read_succeeds_after_one_temporary_failure(string name)
    {
        using ScriptedClient client = new ScriptedClient().Then(Failures.All[name].Step, Responses.Json(Responses.Instance));
        if (Failures.All[name].Harmless.IsRepeated)
        {
            Assert.Equal("i-1", (await client.RunAsync(it => it.Instances.GetAsync("i-1", Stop))).InstanceId);
            Assert.Equal(2, client.Sent.Count);
        }
        else
        {
            Assert.Equal(Failures.All[name].Harmless.Error, (await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).Kind);
            Assert.Single(client.Sent);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_read_that_keeps_failing_is_sent_at_most_five_times(string name)
    {
        using ScriptedClient client = new ScriptedClient(options => options.Timeout = TimeSpan.FromHours(1)).Then(Failures.All[name].Step);

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal(Failures.All[name].Harmless.Error, error.Kind);
        Assert.Equal(Failures.All[name].Harmless.IsRepeated ? 5 : 1, client.Sent.Count);
        Assert.Equal(client.Sent.Count, error.Attempts);
        Assert.Equal("ShowInstance", error.Operation);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_creation_is_sent_again_only_if_the_service_certainly_did_not_act(string name)
    {
        using ScriptedClient client = new ScriptedClient(options => options.Timeout = TimeSpan.FromHours(1)).Then(Failures.All[name].Step);

        DmsException error = await client.FailAsync(it => it.Instances.CreateAsync(Specifications.Minimal(), Stop));

        Assert.Equal(Failures.All[name].Other.Error, error.Kind);
        Assert.Equal(Failures.All[name].Other.IsRepeated ? 5 : 1, client.Sent.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_restart_is_sent_again_only_if_the_service_certainly_did_not_act(string name)
    {
        using ScriptedClient client = new ScriptedClient().Then(Failures.All[name].Step, Responses.Json("""{"results":[{"instance":"i-1","result":"success"}]}"""));
        if (Failures.All[name].Other.IsRepeated)
        {
            Assert.True(Assert.Single(await client.RunAsync(it => it.Instances.RestartAsync(["i-1"], Stop))).Succeeded);
            Assert.Equal(2, client.Sent.Count);
            Assert.Equal(client.Sent[0].Body, client.Sent[1].Body);
        }
        else
        {
            Assert.Equal(Failures.All[name].Other.Error, (await client.FailAsync(it => it.Instances.RestartAsync(["i-1"], Stop))).Kind);
            Assert.Single(client.Sent);
        }
    }

    [Fact]
    public async Task Setting_a_state_is_sent_again()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.ConnectionReset, Responses.Html(502), Responses.Empty(204));

        await client.RunAsync(it => it.Instances.UpdateAsync("i-1", new() { Name = "orders" }, Stop));

        Assert.Equal(3, client.Sent.Count);
    }

    [Fact]
    public async Task An_unknown_outcome_has_a_cause_and_advice()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.ConnectionReset);

        DmsException error = await client.FailAsync(it => it.Dcs.ActAsync(DcsAction.Flush, ["r-1"], Stop));

        Assert.Equal("HuaweiDms.OutcomeUnknown", error.ErrorId);
        Assert.NotNull(error.Advice);
        Assert.Contains("RestartOrFlushInstances", error.Message, StringComparison.Ordinal);
        Assert.Equal(DmsErrorKind.ConnectionFailed, Assert.IsType<DmsException>(error.InnerException).Kind);
    }

    [Fact]
    public async Task Without_retries_nothing_is_sent_twice()
    {
        using ScriptedClient client = new ScriptedClient(options => options.RetryCount = 0).Then(Responses.Empty(503));

        await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Single(client.Sent);
    }

    [Fact]
    public async Task Every_attempt_is_signed_again()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Empty(503).AfterSeconds(3), Responses.Json(Responses.Instance));

        await client.RunAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal(["20260102T030405Z", "20260102T030408Z"], client.Sent.Select(request => request.Headers["X-Sdk-Date"]));
    }

    [Fact]
    public async Task Retry_after_in_seconds_is_observed_exactly()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(429, "APIGW.0308").AfterSeconds(37), Responses.Json(Responses.Instance));

        await client.RunAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal([TimeSpan.FromSeconds(37)], client.Pauses);
    }

    [Fact]
    public async Task Retry_after_as_a_date_is_observed_exactly()
    {
        using ScriptedClient client = new();
        client.Then(
            Responses.Empty(503).With(response => response.Headers.RetryAfter = new(client.Time.GetUtcNow().AddSeconds(12))),
            Responses.Json(Responses.Instance));

        await client.RunAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal([TimeSpan.FromSeconds(12)], client.Pauses);
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task Retry_after_as_a_date_does_not_depend_on_the_clock_of_this_machine(int minutesAhead)
    {
        using ScriptedClient client = new();
        client.Then(
            Responses.Empty(503).With(response =>
            {
                response.Headers.Date = client.Time.GetUtcNow().AddMinutes(-minutesAhead);
                response.Headers.RetryAfter = new(response.Headers.Date.Value.AddSeconds(12));
            }),
            Responses.Json(Responses.Instance));

        await client.RunAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal([TimeSpan.FromSeconds(12)], client.Pauses);
    }

    [Fact]
    public async Task Retry_after_in_the_past_does_not_shorten_the_delay()
    {
        using ScriptedClient client = new();
        client.Then(
            Responses.Empty(503).With(response => response.Headers.RetryAfter = new(client.Time.GetUtcNow().AddHours(-1))),
            Responses.Json(Responses.Instance));

        await client.RunAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.InRange(Assert.Single(client.Pauses).TotalSeconds, 0.000_1, 0.5);
    }

    [Fact]
    public async Task A_wait_longer_than_the_call_is_not_started()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(429, "APIGW.0308").AfterSeconds(101));
        DateTimeOffset before = client.Time.GetUtcNow();

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal((DmsErrorKind.Throttled, TimeSpan.FromSeconds(101)), (error.Kind, error.RetryAfter));
        Assert.Equal(before, client.Time.GetUtcNow());
    }

    [Theory]
    [InlineData(429, 101, "101 s")]
    [InlineData(503, 600, "10 minutes")]
    public async Task A_requested_wait_longer_than_the_call_is_reported(int status, int seconds, string wait)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(status, "APIGW.0308").AfterSeconds(seconds));

        string advice = (await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).Advice!;

        Assert.Contains($"wait {wait}, but a call may take at most 100 s", advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_that_was_observed_is_not_reported()
    {
        using ScriptedClient client = new ScriptedClient().Then([.. Enumerable.Repeat(Responses.Error(429, "APIGW.0308").AfterSeconds(1), 5)]);

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal((5, null), (error.Attempts, error.RetryAfter));
        Assert.DoesNotContain("asks to wait", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_already_spent_counts_against_a_wait()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Empty(503).AfterSeconds(60), Responses.Empty(503).AfterSeconds(60));
        DateTimeOffset before = client.Time.GetUtcNow();

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal(DmsErrorKind.ServiceFailed, error.Kind);
        Assert.Equal(2, error.Attempts);
        Assert.Equal(TimeSpan.FromSeconds(60), client.Time.GetUtcNow() - before);
        Assert.Equal(TimeSpan.FromSeconds(60), error.Elapsed);
        Assert.Contains("was refused after 2 attempts in 60 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attempt_times_out_after_thirty_seconds_and_is_repeated()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Stalled, Responses.Json(Responses.Instance));

        await client.RunAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.InRange(Assert.Single(client.Pauses).TotalSeconds, 30, 30.5);
    }

    [Fact]
    public async Task A_creation_that_times_out_waiting_for_its_credential_is_retried()
    {
        using ScriptedClient client = new ScriptedClient(options => options.Credential = new LateCredential()).Then(Responses.Json("""{"instance_id":"i-9"}"""));

        Assert.Equal("i-9", await client.RunAsync(it => it.Instances.CreateAsync(Specifications.Minimal(), Stop)));
        Assert.Single(client.Sent);
    }

    [Fact]
    public async Task A_call_with_all_its_attempts_times_out_after_a_hundred_seconds()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Stalled);
        DateTimeOffset before = client.Time.GetUtcNow();

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal(DmsErrorKind.TimedOut, error.Kind);
        Assert.Equal(4, error.Attempts);
        Assert.Equal(TimeSpan.FromSeconds(100), client.Time.GetUtcNow() - before);
        Assert.Contains("100 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_times_out_between_attempts_reports_the_last_failure()
    {
        using ScriptedClient client = new ScriptedClient(options => (options.RetryCount, options.Timeout) = (20, TimeSpan.FromSeconds(2)))
            .Then(Responses.Error(503, "DMS.00503000", "Maintenance until 04:00.").With(response => response.Headers.Add("X-Request-Id", "req-503")));
        foreach (Func<DmsClient, Task> call in new Func<DmsClient, Task>[] { it => it.Instances.GetAsync("i-1", Stop), it => it.Instances.CreateAsync(Specifications.Minimal(), Stop) })
        {
            DmsException error = await client.FailAsync(call);
            Assert.Equal(
                (DmsErrorKind.ServiceFailed, "DMS.00503000", "Maintenance until 04:00.", "req-503"),
                (error.Kind, error.ErrorId, error.ServiceMessage, error.RequestId));
            Assert.InRange(error.Attempts, 2, 20);
            Assert.True(error.Elapsed < TimeSpan.FromSeconds(2));
        }
    }

    [Fact]
    public async Task A_call_that_times_out_during_an_attempt_reports_the_time_limit()
    {
        using ScriptedClient client = new ScriptedClient(options => options.Timeout = TimeSpan.FromSeconds(10)).Then(Responses.Empty(503), Responses.Stalled);
        Assert.Equal(DmsErrorKind.TimedOut, (await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).Kind);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public async Task A_refusal_with_a_stalled_text_is_a_refusal(int attemptTimeout)
    {
        foreach (BrokenBody.End end in new[] { BrokenBody.End.Stalled, BrokenBody.End.StalledThenBroken, BrokenBody.End.Broken })
        {
            using ScriptedClient client = new ScriptedClient(options => options.AttemptTimeout = TimeSpan.FromSeconds(attemptTimeout))
                .Then(Responses.Body("""{"error_code":"DMS.00400102",""", end, HttpStatusCode.BadRequest));
            DmsException error = await client.FailAsync(it => it.Instances.CreateAsync(Specifications.Minimal(), Stop));
            Assert.Equal(("DMS.00400102", 400, 1), (error.ErrorId, error.StatusCode, error.Attempts));
            Assert.InRange(error.Elapsed.TotalSeconds, 0, 5);
        }
    }

    [Fact]
    public async Task Delays_grow_vary_and_never_exceed_twenty_seconds()
    {
        List<IReadOnlyList<TimeSpan>> all = [];
        for (int i = 0; i < 30; i++)
        {
            using ScriptedClient client = new ScriptedClient(options =>
            {
                options.RetryCount = 20;
                options.Timeout = TimeSpan.FromDays(1);
            }).Then(Responses.Empty(503));
            await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));
            Assert.Equal(21, client.Sent.Count);
            all.Add(client.Pauses);
        }

        Assert.All(all, pauses => Assert.All(
            pauses.Select((pause, number) => (pause, number)),
            it => Assert.InRange(it.pause.TotalSeconds, 0, Math.Min(20, 0.25 * Math.Pow(2, it.number + 1)))));
        Assert.Equal(all.Count, all.Select(pauses => string.Join(' ', pauses)).Distinct().Count());
        Assert.InRange(all.Average(pauses => pauses[0].TotalSeconds), 0.05, 0.5);
        Assert.All(all, pauses => Assert.Equal(20, pauses[^1].TotalSeconds, 3));
    }

    [Fact]
    public async Task A_delete_with_a_lost_response_succeeds_if_the_instance_no_longer_exists()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.ConnectionReset, Responses.Error(404, "DMS.00404022"));

        await client.RunAsync(it => it.Instances.DeleteAsync("i-1", Stop));

        Assert.Equal(2, client.Sent.Count);
    }

    [Fact]
    public async Task A_delete_with_a_lost_response_succeeds_despite_throttling_in_between()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Stalled, Responses.Empty(503), Responses.Error(404, "DMS.00404022"));

        await client.RunAsync(it => it.Instances.DeleteAsync("i-1", Stop));

        Assert.Equal(3, client.Sent.Count);
    }

    [Fact]
    public async Task A_delete_of_a_missing_object_fails_even_after_an_earlier_refusal()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(429, "APIGW.0308"), Responses.Error(404, "DMS.00404022"));
        Assert.Equal(DmsErrorKind.NotFound, (await client.FailAsync(it => it.Instances.DeleteAsync("i-1", Stop))).Kind);
    }

    [Fact]
    public async Task A_delete_of_a_missing_object_fails()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(404, "DMS.00404022"));
        Assert.Equal(DmsErrorKind.NotFound, (await client.FailAsync(it => it.Instances.DeleteAsync("i-1", Stop))).Kind);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(21)]
    public void A_retry_count_out_of_range_is_rejected(int count)
        => Assert.Equal("RetryCount", Assert.Throws<DmsException>(() => new ScriptedClient(options => options.RetryCount = count)).ParameterName);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(86401)]
    public void A_time_limit_out_of_range_is_rejected(int seconds)
    {
        TimeSpan time = TimeSpan.FromSeconds(seconds);

        Assert.Equal("Timeout", Assert.Throws<DmsException>(() => new ScriptedClient(options => options.Timeout = time)).ParameterName);
        Assert.Equal("AttemptTimeout", Assert.Throws<DmsException>(() => new ScriptedClient(options => options.AttemptTimeout = time)).ParameterName);
    }

    [Fact]
    public async Task A_success_without_the_promised_body_is_an_error()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Empty(200));

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal(DmsErrorKind.UnreadableResponse, error.Kind);
        Assert.Equal("ShowInstance", error.Operation);
    }

    [Fact]
    public async Task An_empty_success_of_unknown_length_is_a_success()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Body("", BrokenBody.End.Whole));
        Assert.Null(await client.RunAsync(it => it.Raw.SendAsync(HttpMethod.Get, DmsService.Kafka, "/v2/x", [], null, Stop)));

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));
        Assert.Equal(DmsErrorKind.UnreadableResponse, error.Kind);
        Assert.Equal(2, client.Sent.Count);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData(" \r\n\t ")]
    [InlineData("\uFEFF\n")]
    public async Task A_success_with_only_whitespace_has_no_body(string body)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(body));

        Assert.Equal("a", await client.RunAsync(it => it.Topics.CreateAsync("i-1", new() { Name = "a" }, Stop)));
        Assert.Null(await client.RunAsync(it => it.Raw.SendAsync(HttpMethod.Get, DmsService.Kafka, "/v2/x", [], null, Stop)));
    }

    [Fact]
    public async Task Any_success_status_is_a_success()
    {
        foreach (HttpStatusCode status in new[] { HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Accepted })
        {
            using ScriptedClient client = new ScriptedClient().Then(Responses.Json(Responses.Instance, status));
            Assert.Equal("i-1", (await client.RunAsync(it => it.Instances.GetAsync("i-1", Stop))).InstanceId);
        }
    }

    /// <summary>Does not respond the first time, and responds immediately afterwards.</summary>
    private sealed class LateCredential : DmsCredential
    {
        private bool _isAwaited;

        public override string Kind => "token";

        public override string Identity => "late";

        internal override async ValueTask AuthenticateAsync(
            HttpRequestMessage request, RequestTarget target, byte[] body, DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (!_isAwaited)
            {
                _isAwaited = true;
                await Waiting.ForeverAsync(null, cancellationToken);
            }
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
