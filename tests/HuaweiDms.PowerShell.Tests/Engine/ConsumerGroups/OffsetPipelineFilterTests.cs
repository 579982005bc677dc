using System.Globalization;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>Which rows of a plan pipeline input selects.</summary>
public sealed class OffsetPipelineFilterTests
{
    private const string Here = "7a258b24-3eaf-44fd-a968-3435cb527d4f";
    private const string There = "92b0e322-fa54-454f-ae55-9d86d0f401b1";
    private const string Nowhere = "00000000-1111-2222-3333-444444444444";

    private static readonly string?[][] Rows =
    [
        [Here, "billing", "orders", "0"], [Here, "billing", "orders", "1"], [There, "billing", "payments", "2"],
        [There, "reports", "orders", "0"], [null, "reports", "clicks", "5"],
    ];

    [Theory]
    [InlineData("01234", "///")]
    [InlineData("014", $"{Here}///")]
    [InlineData("01234", $"{Here}///", $"{There}///")]
    // A record that matches no row is ignored if another record matches one.
    [InlineData("014", $"{Here}///", $"{Nowhere}///")]
    [InlineData("0", $"{Here}/billing/orders/0", $"{Here}/billing/orders/7", $"{Here}/audit/logs/0")]
    [InlineData("012", "/billing//", "/audit//")]
    // An instance selected for one group is not selected for another.
    [InlineData("013", $"{Here}/billing//", $"{There}/reports/orders/")]
    public void A_row_is_selected_by_each_record_that_matches_it(string expected, params string[] records)
        => Assert.Equal((expected, string.Empty), Select(records));

    [Theory]
    [InlineData($"InstanceId {Nowhere}", $"{Nowhere}/billing/orders/0")]
    [InlineData("ConsumerGroup audit, logs", $"{Here}/audit/orders/0", $"{There}/logs/orders/0")]
    [InlineData("Topic Orders", $"{Here}/billing/Orders/0")]
    [InlineData("Partition 3", $"{Here}/billing/orders/3")]
    [InlineData("ConsumerGroup billing/orders/5", $"{Here}/billing/orders/5")]
    public void If_no_row_is_selected_one_error_is_reported(string expected, params string[] records)
        => Assert.Equal((string.Empty, expected), Select(records));

    [Fact]
    public void A_row_without_an_instance_applies_to_every_instance_that_selects_it()
    {
        OffsetPipelineFilter filter = new(new([]));
        filter.Add([new(Here)], ["reports"], null, null);
        filter.Add([new(There), new(Here.ToUpperInvariant())], null, ["clicks"], null);
        filter.Add([new(Nowhere)], ["billing"], null, null);
        Assert.True(filter.Accepts(Columns(Rows[4]), out IEnumerable<InstanceReference> instances));
        Assert.Equal([new(There), new(Here)], instances.OrderByDescending(instance => instance.ToString()));
    }

    [Fact]
    public void A_row_with_a_missing_value_is_selected_and_left_to_the_reader()
    {
        OffsetPipelineFilter filter = new(new([]));
        filter.Add([new(Here)], ["billing"], null, null);
        Assert.True(filter.Accepts(Columns([Here, null, "orders", "0"]), out _));
    }

    private static (string Rows, string Reported) Select(string[] records)
    {
        OffsetPipelineFilter filter = new(new([]));
        foreach (string[] record in records.Select(record => record.Split('/')))
        {
            filter.Add(
                record[0].Length == 0 ? [] : [new(record[0])],
                record[1].Length == 0 ? null : [record[1]],
                record[2].Length == 0 ? null : [record[2]],
                record[3].Length == 0 ? null : [int.Parse(record[3], CultureInfo.InvariantCulture)]);
        }
        string selected = string.Concat(Enumerable.Range(0, Rows.Length).Where(row => filter.Accepts(Columns(Rows[row]), out _)));
        List<string> reported = [];
        filter.ReportMissing(failure => reported.Add($"{((DmsException)failure.Exception).ParameterName} {failure.Target}"));
        return (selected, string.Join("; ", reported));
    }

    private static Func<string, string?> Columns(string?[] row)
        => column => row[Array.IndexOf(["InstanceId", "ConsumerGroup", "Topic", "Partition"], column)];
}
