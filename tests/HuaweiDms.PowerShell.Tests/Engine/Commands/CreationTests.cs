using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>If the response to a creation is lost, the item is looked up and never created again.</summary>
public sealed class CreationTests
{
    private readonly RecordingPipeline _pipeline = new(TestContext.Current.CancellationToken);
    private readonly FakeClock _clock = new();
    private int _sent;
    private int _lookups;

    [Fact]
    public async Task Given_a_response_it_is_the_result_and_nothing_is_looked_up()
    {
        Assert.Equal("new-1", await CreateAsync(lost: false));
        Assert.Equal((1, 0), (_sent, _lookups));
    }

    [Fact]
    public async Task Given_a_lost_response_and_one_new_item_the_command_continues_with_it()
    {
        Assert.Equal("new-1", await CreateAsync(lost: true, [["old-1", "new-1"]]));
        Assert.Equal((1, 1), (_sent, _lookups));
        string warning = Assert.Single(_pipeline.Verbose, said => said.Contains("but the item was created", StringComparison.Ordinal));
        Assert.Contains("orders of kafka-prod", warning, StringComparison.Ordinal);
        Assert.Contains("new-1", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_appears_a_little_later_is_found()
    {
        Assert.Equal("new-1", await CreateAsync(lost: true, [["old-1"], ["old-1", "new-1"]]));
        Assert.Equal((1, 2), (_sent, _lookups));
        Assert.Equal([TimeSpan.FromSeconds(2)], _clock.Pauses);
    }

    [Fact]
    public async Task If_no_new_item_is_found_the_outcome_is_unknown_and_the_error_says_how_to_check_again()
    {
        Failure failure = await FailAsync([["old-1"]]);
        Assert.Equal(("HuaweiDms.OutcomeUnknown", "orders"), (failure.Id, failure.Target));
        Assert.Contains("The outcome is unknown: Create topic for orders of kafka-prod.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing named 'orders' has been created", failure.Advice, StringComparison.Ordinal);
        Assert.Contains("Check again in a minute with Get-DmsTopic", failure.Advice, StringComparison.Ordinal);
        Assert.Equal((1, 2), (_sent, _lookups));
    }

    [Fact]
    public async Task If_several_items_match_none_is_used_and_all_are_named()
    {
        Failure failure = await FailAsync([["new-1", "old-1", "new-2"]]);
        Assert.Contains("new-1, new-2", failure.Advice, StringComparison.Ordinal);
        Assert.Equal(1, _sent);
    }

    [Fact]
    public async Task If_the_lookup_fails_the_original_error_is_reported()
    {
        Failure failure = await FailAsync(null);
        Assert.Equal("HuaweiDms.OutcomeUnknown", failure.Id);
        Assert.Contains("Get-DmsTopic shows the current state", failure.Advice, StringComparison.Ordinal);
        Assert.Contains(_pipeline.Verbose, said => said == "unreachable");
    }

    [Fact]
    public async Task A_refusal_is_reported_without_a_lookup()
    {
        DmsException refused = new(DmsErrorKind.AlreadyExists, "DMS.1", "there is one");
        Assert.Same(refused, await Assert.ThrowsAsync<DmsException>(() => Creation.RunAsync(
            _pipeline, "Create topic", "orders", "orders of kafka-prod", _ => Task.FromException<string>(refused), List([[]]), name => name, _clock)));
        Assert.Equal(0, _lookups);
    }

    private async Task<Failure> FailAsync(string[][]? found)
        => (await Assert.ThrowsAsync<FailureException>(() => CreateAsync(lost: true, found))).Failure;

    private Task<string> CreateAsync(bool lost, string[][]? found = null)
        => Creation.RunAsync(
            _pipeline,
            "Create topic",
            "orders",
            "orders of kafka-prod",
            _ =>
            {
                _sent++;
                return lost
                    ? throw new DmsException(DmsErrorKind.OutcomeUnknown, "HuaweiDms.OutcomeUnknown", "lost") { ShownBy = "ListInstanceTopics" }
                    : Task.FromResult("new-1");
            },
            List(found),
            name => name.StartsWith("new", StringComparison.Ordinal) ? name : null,
            _clock);

    /// <summary>A list with other contents at each lookup; null is a list that cannot be read.</summary>
    private PagedResult<string> List(string[][]? lookups)
        => new(new((_, _, _) => Task.FromResult(new Page<string>(LookUp(lookups), null)), 50), default);

    private string[] LookUp(string[][]? lookups)
        => lookups is null
            ? throw new DmsException(DmsErrorKind.ConnectionFailed, "HuaweiDms.ConnectionFailed", "unreachable")
            : lookups[Math.Min(_lookups++, lookups.Length - 1)];
}
