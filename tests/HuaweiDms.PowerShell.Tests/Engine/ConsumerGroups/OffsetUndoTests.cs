using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>What is reported about partitions whose reset cannot be undone.</summary>
public sealed class OffsetUndoTests
{
    private readonly OffsetUndo _undo = new();

    [Fact]
    public void If_everything_is_undone_nothing_is_reported() => Assert.Empty(Report());

    [Fact]
    public void Each_reason_is_reported_in_one_sentence()
    {
        foreach (int partition in Enumerable.Range(0, 7))
            _undo.Leave($"orders/{partition} of billing", "whose Status is Unchanged, not Done");
        _undo.Leave("orders/7 of billing", "whose Status is Failed, not Done");

        Assert.Equal(
            [
                "Nothing is undone for 7 partitions whose Status is Unchanged, not Done: "
                    + "orders/0 of billing, orders/1 of billing, orders/2 of billing, orders/3 of billing, orders/4 of billing and 2 more.",
                "Nothing is undone for 1 partition whose Status is Failed, not Done: orders/7 of billing.",
            ],
            Report());
    }

    [Fact]
    public void Up_to_five_partitions_are_all_named()
    {
        foreach (int partition in Enumerable.Range(0, 5))
            _undo.Leave($"{partition}", "that stay");

        Assert.Equal(["Nothing is undone for 5 partitions that stay: 0, 1, 2, 3, 4."], Report());
    }

    private List<string> Report()
    {
        List<string> reported = [];
        _undo.Report(reported.Add);
        return reported;
    }
}
