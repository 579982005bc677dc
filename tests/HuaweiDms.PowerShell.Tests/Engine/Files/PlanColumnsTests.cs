using System.Collections;
using System.Collections.Specialized;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>What is said of rows that are no plan.</summary>
public sealed class PlanColumnsTests
{
    private readonly PlanColumns _columns = new(("Topic", ["Topic", "Name"]), ("Broker", ["Broker", "Replicas"]));

    [Fact]
    public void A_column_may_have_any_of_its_names_in_any_case_and_any_row()
        => Assert.Null(_columns.FindProblem([Row("name"), Row("REPLICAS")]));

    [Fact]
    public void What_no_row_has_is_named_beside_what_they_have()
        => Assert.Equal("it has the columns Thema, Teil, and lacks Topic, Broker", _columns.FindProblem([Row("Thema", "Teil"), Row("Thema", "Teil")]));

    [Fact]
    public void What_is_no_row_has_no_columns()
        => Assert.Equal("it has the columns -, and lacks Topic, Broker", _columns.FindProblem([1, "Topic,Broker"]));

    [Fact]
    public void Many_names_and_long_ones_are_cut_short()
        => Assert.Equal(
            $"it has the columns {new string('x', 40)}…, {string.Join(", ", Enumerable.Range(1, 11))} and 9 more, and lacks Topic, Broker",
            _columns.FindProblem([Row([new string('x', 50), .. Enumerable.Range(1, 20).Select(number => $"{number}")])]));

    [Fact]
    public void A_table_has_what_is_something_in_it()
        => Assert.Equal(
            "it has the columns Topic, and lacks Broker", _columns.FindProblem([new Hashtable { ["Topic"] = "orders", ["Broker"] = null }]));

    private static OrderedDictionary Row(params string[] names)
    {
        OrderedDictionary row = [];
        foreach (string name in names)
            row.Add(name, 1);
        return row;
    }
}
