using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>What is said of the partitions that a reset cannot be taken back for.</summary>
public sealed class OffsetUndoTests
{
    private readonly OffsetUndo _undo = new();

    [Fact]
    public void Where_all_goes_back_nothing_is_said() => Assert.Empty(Told());

    [Fact]
    public void Many_are_told_in_one_sentence_for_each_reason()
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
            Told());
    }

    [Fact]
    public void As_many_as_are_named_are_not_counted()
    {
        foreach (int partition in Enumerable.Range(0, 5))
            _undo.Leave($"{partition}", "that stay");

        Assert.Equal(["Nothing is undone for 5 partitions that stay: 0, 1, 2, 3, 4."], Told());
    }

    private List<string> Told()
    {
        List<string> told = [];
        _undo.Report(told.Add);
        return told;
    }
}
