using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Contract;
using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Reliability;

/// <summary>Whoever does not know whether a change happened is told so, and where it can be seen.</summary>
public sealed class OutcomeUnknownTests
{
    public static TheoryData<string> Names
        => [.. Operations.All.Where(operation => !ApiContract.Default[operation.Name].IsIdempotent).Select(operation => operation.Name)];

    public static TheoryData<string> Calls => PublicCall.Names;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_operation_whose_answer_was_lost_tells_what_shows_whether_it_happened(string name)
    {
        using var client = new ScriptedClient().Then(Answers.ConnectionReset);
        var error = await client.FailAsync(_ => client.Transport.SendAsync(
            Operations.Request(Operations.Named(name)), TestContext.Current.CancellationToken));

        Assert.Equal(("HuaweiDms.OutcomeUnknown", DmsErrorKind.OutcomeUnknown), (error.ErrorId, error.Kind));
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Contains("the response was lost", error.Message, StringComparison.Ordinal);
        Assert.Contains("repeat the request only if it had no effect", error.Advice, StringComparison.Ordinal);
        Assert.Equal(OutcomeOperations.All[name], error.ShownBy);
        Assert.Equal(DmsErrorKind.ConnectionFailed, Assert.IsType<DmsException>(error.InnerException).Kind);
    }

    /// <summary>The service has acted, or says so: whoever repeats a creation for want of an id buys a second instance.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"instance_id":null}""")]
    public async Task A_creation_that_is_answered_without_what_was_promised_may_have_happened(string answer)
    {
        using var client = new ScriptedClient().Then(Answers.Json(answer));
        var error = await client.FailAsync(it => it.Instances.CreateAsync(Specifications.Minimal(), Stop));
        Assert.Equal(("HuaweiDms.OutcomeUnknown", DmsErrorKind.OutcomeUnknown, "ListInstances"), (error.ErrorId, error.Kind, error.ShownBy));
        Assert.Contains("It was not sent again", error.Message, StringComparison.Ordinal);
        Assert.Contains("repeat the request only if it had no effect", error.Advice, StringComparison.Ordinal);
        Assert.Single(client.Sent);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_method_that_misses_what_its_answer_promises_fails_only_where_that_proves_something(string name)
    {
        using var client = new ScriptedClient().Then(Answers.Json("null"));
        var thrown = await Record.ExceptionAsync(() => client.RunAsync(it => PublicCall.Of(name).InvokeAsync(it, Arguments.Sparse, Stop)));
        Assert.Equal(
            thrown is null ? null : client.Sent[^1].IsHarmless ? DmsErrorKind.UnreadableAnswer : DmsErrorKind.OutcomeUnknown,
            (thrown as DmsException)?.Kind);
    }

    [Fact]
    public async Task Only_an_outcome_that_is_not_known_has_to_be_looked_for()
    {
        using var client = new ScriptedClient().Then(Answers.Error(400, "DMS.00400010"));
        var error = await client.FailAsync(it => it.Instances.CreateAsync(Specifications.Minimal(), TestContext.Current.CancellationToken));
        Assert.Null(error.ShownBy);
    }

    [Fact]
    public void For_every_operation_of_the_contract_that_may_do_harm_twice_it_is_said_what_shows_it()
        => Assert.Equal(
            ApiContract.Default.Operations.Where(operation => !operation.IsIdempotent).Select(operation => operation.Id).Order(StringComparer.Ordinal),
            OutcomeOperations.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void What_shows_it_is_an_operation_that_reads()
        => Assert.All(OutcomeOperations.All.Values.OfType<string>(), shown => Assert.Equal("GET", ApiContract.Default[shown].Method));
}
