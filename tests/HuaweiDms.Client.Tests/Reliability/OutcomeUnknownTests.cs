using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Contract;
using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Reliability;

/// <summary>An unknown outcome is reported, together with the operation that shows it.</summary>
public sealed class OutcomeUnknownTests
{
    public static TheoryData<string> Names
        => [.. Operations.All.Where(operation => !ApiContract.Default[operation.Name].IsIdempotent).Select(operation => operation.Name)];

    public static TheoryData<string> Calls => PublicCall.Names;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_lost_response_names_the_operation_that_shows_the_outcome(string name)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.ConnectionReset);
        DmsException error = await client.FailAsync(_ => client.Transport.SendAsync(
            Operations.Request(Operations.Named(name)), TestContext.Current.CancellationToken));

        Assert.Equal(("HuaweiDms.OutcomeUnknown", DmsErrorKind.OutcomeUnknown), (error.ErrorId, error.Kind));
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Contains("the response was lost", error.Message, StringComparison.Ordinal);
        Assert.Contains("repeat the request only if it had no effect", error.Advice, StringComparison.Ordinal);
        Assert.Equal(OutcomeOperations.All[name], error.ShownBy);
        Assert.Equal(DmsErrorKind.ConnectionFailed, Assert.IsType<DmsException>(error.InnerException).Kind);
    }

    /// <summary>The service may have acted: repeating a creation because the id is missing would buy a second instance.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"instance_id":null}""")]
    public async Task A_creation_with_an_incomplete_response_may_have_taken_effect(string response)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(response));

        DmsException error = await client.FailAsync(it => it.Instances.CreateAsync(Specifications.Minimal(), Stop));

        Assert.Equal(("HuaweiDms.OutcomeUnknown", DmsErrorKind.OutcomeUnknown, "ListInstances"), (error.ErrorId, error.Kind, error.ShownBy));
        Assert.Contains("The request was not sent again", error.Message, StringComparison.Ordinal);
        Assert.Contains("repeat the request only if it had no effect", error.Advice, StringComparison.Ordinal);
        Assert.Single(client.Sent);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_method_with_an_incomplete_response_fails_with_the_right_error(string name)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json("null"));

        Exception? thrown = await Record.ExceptionAsync(() => client.RunAsync(it => PublicCall.Of(name).InvokeAsync(it, Arguments.Sparse, Stop)));

        Assert.Equal(
            thrown is null ? null : client.Sent[^1].IsHarmless ? DmsErrorKind.UnreadableResponse : DmsErrorKind.OutcomeUnknown,
            (thrown as DmsException)?.Kind);
    }

    [Fact]
    public async Task Only_an_unknown_outcome_names_an_operation_that_shows_it()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Error(400, "DMS.00400010"));

        DmsException error = await client.FailAsync(it => it.Instances.CreateAsync(Specifications.Minimal(), TestContext.Current.CancellationToken));

        Assert.Null(error.ShownBy);
    }

    [Fact]
    public void Every_operation_that_must_not_be_repeated_has_an_entry()
        => Assert.Equal(
            ApiContract.Default.Operations.Where(operation => !operation.IsIdempotent).Select(operation => operation.Id).Order(StringComparer.Ordinal),
            OutcomeOperations.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_operations_that_show_outcomes_are_reads()
        => Assert.All(OutcomeOperations.All.Values.OfType<string>(), shown => Assert.Equal("GET", ApiContract.Default[shown].Method));
}
