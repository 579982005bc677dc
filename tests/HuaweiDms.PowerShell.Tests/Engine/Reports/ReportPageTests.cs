using System.Xml.Linq;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class ReportPageTests
{
    private const string Nasty = "<script>alert('x')</script>";

    private static readonly DateTimeOffset Now = new(2024, 3, 4, 9, 15, 0, TimeSpan.Zero);
    private static readonly DmsException Busy = new(DmsErrorKind.Busy, "DMS.00400026", $"The instance says {Nasty}");

    [Fact]
    public void The_page_is_one_self_contained_document()
    {
        string page = Draw(Whole("kafka-prod"));
        XElement html = XDocument.Parse(page).Root!;

        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Equal("en", html.Attribute("lang")!.Value);
        Assert.DoesNotContain(html.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "object");
        Assert.DoesNotContain(html.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page.Replace("http-equiv", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'", html.Descendants("meta").Single(meta => meta.Attribute("http-equiv") is not null).Attribute("content")!.Value);
        Assert.Equal(ReportStyle.Text, html.Descendants("style").Single().Value);
    }

    [Fact]
    public void The_style_needs_no_escaping_and_supports_dark_mode_and_print()
    {
        Assert.Equal(-1, ReportStyle.Text.IndexOfAny(['<', '>', '&', '"', '\'']));
        Assert.Contains("prefers-color-scheme: dark", ReportStyle.Text, StringComparison.Ordinal);
        Assert.Contains("@media print", ReportStyle.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_and_charts_are_accessible()
    {
        XElement html = XDocument.Parse(Draw(Whole("kafka-prod"), Whole("kafka-dev"))).Root!;

        Assert.All(html.Descendants("table"), table => Assert.NotEmpty(table.Element("caption")!.Value));
        Assert.All(html.Descendants("thead").Descendants("th"), head => Assert.Equal("col", head.Attribute("scope")!.Value));
        Assert.All(html.Descendants("tbody").Elements("tr"), row => Assert.Equal("row", row.Elements().First().Attribute("scope")!.Value));
        Assert.All(html.Descendants("svg"), chart => Assert.NotEmpty(chart.Attribute("aria-label")!.Value));
        Assert.Single(html.Descendants("h1"));
        Assert.Equal(["kafka-prod", "kafka-dev"], html.Descendants("h2").Select(head => head.Value));
        Assert.All(html.Descendants("a"), link => Assert.Single(html.Descendants("section"), section => "#" + section.Attribute("id")?.Value == link.Attribute("href")!.Value));
    }

    [Fact]
    public void Names_and_messages_are_always_text()
    {
        string page = Draw(Whole(Nasty), Broken(Nasty));

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains(XDocument.Parse(page).Descendants("th"), head => head.Value == Nasty);
    }

    [Fact]
    public void A_part_that_could_not_be_read_shows_its_error_and_the_rest_is_present()
    {
        InstanceReport report = Whole("kafka-prod") with { Disk = new(null, Busy), Brokers = new(null, Busy) };
        XElement html = XDocument.Parse(Draw(report)).Root!;

        XElement disks = html.Descendants("section").Single(section => section.Element("h3")?.Value == "Disks");
        Assert.Equal("Not read: " + Busy.Message, disks.Element("p")!.Value);
        Assert.Equal(["disks, brokers: " + Busy.Message], html.Descendants("aside").Single().Descendants("li").Select(item => item.Value));
        Assert.Equal(["Consumer lag", "Disks", "Balance", "Topics"], html.Descendants("section").Elements("h3").Select(head => head.Value));
        Assert.Contains(html.Descendants("th"), head => head.Value == "billing");
    }

    [Fact]
    public void A_part_that_was_not_requested_is_omitted()
        => Assert.Equal(
            ["Consumer lag"],
            XDocument.Parse(Draw(Whole("kafka-prod") with { Disk = null, Balance = null, Brokers = null, Topics = null })).Descendants("section").Elements("h3").Select(head => head.Value));

    [Fact]
    public void Disks_that_could_not_be_read_are_named_where_sums_lack_them()
    {
        DiskUsage[] brokers = [new() { Broker = "broker-0", UsedBytes = 92, SizeBytes = 100 }, new() { Broker = "broker-1", Status = "Failed to get info", Partitions = [] }];
        string page = Draw(Whole("kafka-prod") with { Disk = new(new(brokers, []), null) });

        Assert.Contains(XDocument.Parse(page).Descendants("p"), note => note.Value == "The contents of broker-1 cannot be read and are missing from all sums.");
        Assert.DoesNotContain("missing from all sums", Draw(Whole("kafka-prod")), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_tables_are_cut_with_a_note()
    {
        ConsumerLagSummary[] many = [.. Enumerable.Range(0, 30).Select(number => new ConsumerLagSummary { ConsumerGroup = $"group-{number}", Lag = 30 - number })];
        XElement html = XDocument.Parse(Draw(Whole("kafka-prod") with { Lag = new(new(many, [], null, many.Length), null) })).Root!;

        XElement lag = html.Descendants("section").Single(section => section.Element("h3")?.Value == "Consumer lag");
        Assert.Equal(10, lag.Descendants("tbody").Elements("tr").Count());
        Assert.Contains(lag.Elements("p"), note => note.Value == "\u2026 and 20 groups more.");
    }

    [Theory]
    [InlineData(0, "There is no consumer group.")]
    [InlineData(3, "No consumer group reads the requested topics.")]
    public void An_instance_without_groups_differs_from_one_whose_groups_read_other_topics(int groups, string note)
    {
        XElement html = XDocument.Parse(Draw(Whole("kafka-prod") with { Lag = new(new([], [], null, groups), null) })).Root!;
        Assert.Contains(html.Descendants("p"), paragraph => paragraph.Value == note);
    }

    [Fact]
    public void The_longest_bar_shows_the_largest_lag()
    {
        XElement html = XDocument.Parse(Draw(Whole("kafka-prod"))).Root!;
        XElement lag = html.Descendants("section").Single(section => section.Element("h3")?.Value == "Consumer lag");

        Assert.Equal(["200", "50"], lag.Descendants("rect").Where(rect => rect.Attribute("class")!.Value.StartsWith("value", StringComparison.Ordinal)).Select(rect => rect.Attribute("width")!.Value));
        Assert.Equal(["value bad", "value"], lag.Descendants("rect").Where(rect => rect.Attribute("class")!.Value.StartsWith("value", StringComparison.Ordinal)).Select(rect => rect.Attribute("class")!.Value));
    }

    private static string Draw(params InstanceReport[] reports) => new ReportPage(Now, most: 10).Draw(reports);

    private static InstanceReport Broken(string name) => Whole(name) with { Lag = new(null, Busy), Disk = new(null, Busy), Brokers = new(null, Busy), Balance = new(null, Busy), Topics = new(null, Busy) };

    private static InstanceReport Whole(string name)
        => new(new InstanceReference("8959ab1c-7a1a-41b1-a05a-93dfc361b32d"), new DmsContext("test", null!))
        {
            About = new(new() { Name = name, Status = "RUNNING", EngineVersion = "2.7", NodeCount = 3 }, null),
            Lag = new(
                new(
                    [
                        new() { ConsumerGroup = "billing", State = "Empty", Lag = 400, LargestLag = 400, LargestLagAt = $"{Nasty}/0", Verdict = LagVerdict.Stuck },
                        new() { ConsumerGroup = Nasty, State = "Stable", Lag = 100, Verdict = LagVerdict.CatchingUp, ConsumedPerSecond = 20, ProducedPerSecond = 10 },
                    ],
                    [],
                    TimeSpan.FromSeconds(10), GroupCount: 2),
                null),
            Disk = new(new([new() { Broker = "broker-0", UsedPercent = 92, UsedBytes = 92, SizeBytes = 100 }], [new() { Topic = Nasty, SizeBytes = 5 }]), null),
            Brokers = new(new() { Brokers = [new() { BrokerId = 0, IsHealthy = true }] }, null),
            Balance = new(Balance.Of([new() { Topic = Nasty, Partition = 0, Broker = 0, IsLeader = true, SizeBytes = 5 }], [0, 1]), null),
            Topics = new(new(1, 1, [new(Nasty, "One replica only.", IsRisk: true)]), null),
        };
}
