using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Contract;
using HuaweiDms.Json;
using HuaweiDms.Transport;
using Failure = HuaweiDms.Client.Tests.Support.Failures.Failure;
using Outcome = HuaweiDms.Client.Tests.Support.Failures.Outcome;

namespace HuaweiDms.Client.Tests.Reliability;

/// <summary>
/// Every operation with every failure. The contract says whether an operation may be sent twice, and <see cref="Failures"/> says what a
/// failure must lead to; neither comes from the code under test.
/// </summary>
public sealed class FaultMatrixTests
{
    private const int Attempts = 5;

    public static TheoryData<string> OperationNames => Operations.Names;

    public static TheoryData<string> CallNames => PublicCall.Names;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OperationNames))]
    public async Task An_operation_that_keeps_failing_is_sent_the_right_number_of_times_and_reported(string name)
    {
        ApiOperation operation = Operations.Named(name);
        await Assert.AllAsync(Failures.All, async failure =>
        {
            using ScriptedClient client = Client().Then(failure.Value.Step);
            DmsException error = await client.FailAsync(it => SendAsync(client, operation));
            Outcome expected = Expected(operation.Name, failure.Value);

            Assert.Equal((failure.Key, expected.Error), (failure.Key, error.Kind));
            Assert.Equal((failure.Key, expected.IsRepeated ? Attempts : 1), (failure.Key, client.Sent.Count));
            Assert.Equal(client.Sent.Count, error.Attempts);
            Assert.Equal(operation.Name, error.Operation);
            Assert.Single(client.Sent.Select(request => (request.Method, request.Target, request.Body)).Distinct());
            if (expected.IsRepeated && failure.Value.Pause is { } pause)
                Assert.All(client.Pauses, it => Assert.Equal(pause, it));
            Assert.Equal(0, client.Time.PendingTimers);
        });
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public async Task An_operation_that_fails_once_succeeds_at_the_second_attempt_if_it_may_be_repeated(string name)
    {
        ApiOperation operation = Operations.Named(name);

        await Assert.AllAsync(Failures.All.Where(failure => Expected(operation.Name, failure.Value).IsRepeated), async failure =>
        {
            using ScriptedClient client = Client().Then(failure.Value.Step, Responses.Json("""{"all":"well"}"""));
            ApiResponse<object> response = await client.RunAsync(_ => SendAsync(client, operation));
            Assert.Equal("well", Assert.IsType<FieldValues>(response.Value)["all"]);
            Assert.Equal(2, client.Sent.Count);
        });
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public async Task A_success_without_a_body_is_a_success_of_any_operation(string name)
    {
        ApiOperation operation = Operations.Named(name);
        foreach (ScriptedHandler.Step step in new[] { Responses.Empty(200), Responses.Empty(204), Responses.Body("", BrokenBody.End.Whole) })
        {
            using ScriptedClient client = Client().Then(step);
            await client.RunAsync(_ => client.Transport.SendAsync(Operations.Request(operation), Stop));
            Assert.Single(client.Sent);
        }
    }

    [Theory]
    [MemberData(nameof(CallNames))]
    public async Task A_method_whose_requests_keep_failing_reports_why_and_does_nothing_twice(string name)
    {
        PublicCall call = PublicCall.Of(name);
        foreach (ApiVersion version in Enum.GetValues<ApiVersion>())
        {
            await Assert.AllAsync(Failures.All, async failure =>
            {
                using ScriptedClient client = Client(version).Then(failure.Value.Step);
                Exception? thrown = await Record.ExceptionAsync(() => client.RunAsync(it => call.InvokeAsync(it, Arguments.Sparse, Stop)));
                Assert.NotEmpty(client.Sent);
                // The service has accepted the request, and the method ignores the body.
                if (failure.Value.InBody && thrown is null)
                {
                    Assert.Single(client.Sent);
                    return;
                }

                foreach (IGrouping<(string Method, string Target), SentRequest> sent in client.Sent.GroupBy(request => (request.Method, request.Target)))
                {
                    bool isRepeated = failure.Value.For(sent.First().IsHarmless).IsRepeated;
                    Assert.Equal((failure.Key, sent.Key, isRepeated ? Attempts : 1), (failure.Key, sent.Key, sent.Count()));
                }

                DmsErrorKind expected = failure.Value.For(client.Sent[^1].IsHarmless).Error;
                Assert.Equal((failure.Key, expected), (failure.Key, Assert.IsType<DmsException>(thrown).Kind));
            });
        }
    }

    private static ScriptedClient Client(ApiVersion version = ApiVersion.V2)
        => new(options => (options.Timeout, options.ApiVersion) = (TimeSpan.FromHours(1), version));

    private static Task<ApiResponse<object>> SendAsync(ScriptedClient client, ApiOperation operation)
        => client.Transport.SendAsync(Operations.Request(operation), ServiceJsonContext.Default.Object, Stop);

    private static Outcome Expected(string operation, Failure failure) => failure.For(ApiContract.Default[operation].IsIdempotent);
}
