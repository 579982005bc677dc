using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>Which rows of a plan parameters select.</summary>
public sealed class OffsetParameterFilterTests
{
    private const string Here = "7a258b24-3eaf-44fd-a968-3435cb527d4f";
    private const string There = "92b0e322-fa54-454f-ae55-9d86d0f401b1";

    private static readonly string?[][] Rows =
    [
        [Here, "billing", "orders", "0"], [Here, "billing", "orders", "1"], [Here, "billing", "payments", "2"],
        [There, "reports", "orders", "0"], [null, "reports", "clicks", "5"],
    ];

    [Fact]
    public void Without_parameters_all_rows_are_selected() => Check(null, null, null, [], "01234");

    [Theory]
    [InlineData("billing", null, null, "012")]
    [InlineData("BILLING", null, null, "", "ConsumerGroup BILLING")]
    [InlineData("bill*", "orders", null, "", "ConsumerGroup bill*")]
    [InlineData("billing,reports", "payments,clicks", null, "24")]
    [InlineData(null, "orders", "0", "03")]
    [InlineData(null, "orders", "0,7", "03", "Partition 7")]
    // Nothing is reported as missing in rows that are not selected anyway.
    [InlineData("billing", "clicks", "5", "", "Topic clicks")]
    [InlineData("nobody", "orders", "9", "", "ConsumerGroup nobody")]
    public void Parameters_narrow_a_plan_and_every_name_must_exist(
        string? groups, string? topics, string? partitions, string expected, params string[] missing)
        => Check(groups?.Split(','), topics?.Split(','), partitions, [], expected, missing);

    [Fact]
    public void An_instance_selects_its_rows_and_those_without_an_instance()
    {
        Check(null, null, null, [There.ToUpperInvariant()], "34");
        Check(null, null, null, ["00000000-1111-2222-3333-444444444444"], "4", "InstanceId 00000000-1111-2222-3333-444444444444");
    }

    [Fact]
    public void A_row_with_a_missing_value_is_selected_and_left_to_the_reader()
        => Assert.True(new OffsetParameterFilter(new([]), [], ["billing"], ["orders"], [0]).Accepts(Columns([Here, "billing", "orders", null])));

    [Fact]
    public void Without_rows_nothing_is_missing()
    {
        List<Failure> reported = [];
        new OffsetParameterFilter(new([]), [new(Here)], ["billing"], null, null).ReportMissing(reported.Add);
        Assert.Empty(reported);
    }

    /// <summary>Like pipeline input, where names are not patterns.</summary>
    private static void Check(string[]? groups, string[]? topics, string? partitions, string[] instances, string expected, params string[] missing)
    {
        OffsetParameterFilter filter = new(
            new([]), [.. instances.Select(id => new InstanceReference(id))], groups, topics, partitions?.Split(',').Select(int.Parse).ToArray());
        Assert.Equal(expected, string.Concat(Enumerable.Range(0, Rows.Length).Where(row => filter.Accepts(Columns(Rows[row])))));

        List<Failure> reported = [];
        filter.ReportMissing(reported.Add);
        Assert.Equal(missing, reported.Select(failure => $"{((DmsException)failure.Exception).ParameterName} {failure.Target}"));
    }

    private static Func<string, string?> Columns(string?[] row)
        => column => row[Array.IndexOf(["InstanceId", "ConsumerGroup", "Topic", "Partition"], column)];
}
