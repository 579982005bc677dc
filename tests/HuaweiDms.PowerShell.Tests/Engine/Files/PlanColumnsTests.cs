using System.Collections;
using System.Collections.Specialized;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>What is reported about rows that are not a plan.</summary>
public sealed class PlanColumnsTests
{
    private readonly PlanColumns _columns = new(("Topic", ["Topic", "Name"]), ("Broker", ["Broker", "Replicas"]));

    [Fact]
    public void A_column_is_found_by_any_of_its_names_in_any_case_in_any_row()
        => Assert.Null(_columns.Complaint([Row("name"), Row("REPLICAS")]));

    [Fact]
    public void A_missing_column_is_reported_together_with_the_existing_ones()
        => Assert.Equal("it has the columns Thema, Teil, and lacks Topic, Broker", _columns.Complaint([Row("Thema", "Teil"), Row("Thema", "Teil")]));

    [Fact]
    public void A_value_that_is_not_a_row_has_no_columns()
        => Assert.Equal("it has the columns -, and lacks Topic, Broker", _columns.Complaint([1, "Topic,Broker"]));

    [Fact]
    public void Many_or_long_names_are_shortened()
        => Assert.Equal(
            $"it has the columns {new string('x', 40)}…, {string.Join(", ", Enumerable.Range(1, 11))} and 9 more, and lacks Topic, Broker",
            _columns.Complaint([Row([new string('x', 50), .. Enumerable.Range(1, 20).Select(number => $"{number}")])]));

    [Fact]
    public void A_key_without_a_value_is_not_a_column()
        => Assert.Equal(
            "it has the columns Topic, and lacks Broker", _columns.Complaint([new Hashtable { ["Topic"] = "orders", ["Broker"] = null }]));

    private static OrderedDictionary Row(params string[] names)
    {
        OrderedDictionary row = [];
        foreach (string name in names)
            row.Add(name, 1);
        return row;
    }
}
