using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Diagnosis;

/// <summary>Diagnoses of consumer lag on the wire and with the emulated service (5.11).</summary>
public sealed class DiagnosisTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lag_is_checked_diagnosed_reported_and_the_report_deleted()
    {
        using EmulatedClient client = new();
        DiagnosisApi diagnosis = client.Client.Diagnosis;
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        string path = $"/v2/{client.Emulator.ProjectId}/kafka/instances/{id}/";

        IReadOnlyList<DiagnosisCheck> checks = await diagnosis.CheckAsync(id, "billing", "orders", Stop);
        Assert.Equal(path + "diagnosis-check?group=billing&topic=orders", client.Last.Target);
        Assert.Equal(["RAM", "CPU", "SUBSCRIPTION", "LAG", "PRODUCE"], checks.Select(check => check.Name));
        Assert.Equal("LAG", Assert.Single(checks, check => check.Passed == false).Name);
        Assert.Equal(["0: 2", "1: 2", "2: 2", "3: 2", "4: 2", "5: 2"], checks[3].Lags!.Select(lag => lag.ToString()));
        Assert.Equal((id, "test", "billing", "orders"), (checks[0].InstanceId, checks[0].Context, checks[0].ConsumerGroup, checks[0].Topic));

        DiagnosisSummary started = await diagnosis.StartAsync(id, "billing", "orders", Stop);
        Assert.Equal((path + "message-diagnosis-tasks", """{"group_name":"billing","topic_name":"orders"}"""), (client.Last.Target, client.Last.Body));
        Assert.Equal((id, "diagnosing"), (started.InstanceId, started.Status));
        Assert.Null((await diagnosis.FindAsync(id, started.ReportId!, Stop))!.EndedAt);

        client.Advance(TimeSpan.FromMinutes(2));
        DiagnosisSummary? listed = await diagnosis.FindAsync(id, started.ReportId!, Stop);
        Assert.Equal(("finished", "billing", "orders", 6), (listed!.Status, listed.ConsumerGroup, listed.Topic, listed.LaggingPartitionCount));
        Assert.True(listed.EndedAt > listed.StartedAt);
        DiagnosisReport report = await diagnosis.GetReportAsync(listed, Stop);
        Assert.Equal(path + "message-diagnosis/" + started.ReportId, client.Last.Target);
        Assert.Equal((1, 0, 5, "finished", 6), (report.AbnormalItemCount, report.FailedItemCount, report.NormalItemCount, report.Status, report.LaggingPartitionCount));
        Assert.Equal(["server", "consumer", "producer"], report.Dimensions!.Select(dimension => dimension.Name));

        IReadOnlyList<DiagnosisActionResult> deleted = await diagnosis.DeleteAsync(id, [started.ReportId!, "nope"], Stop);
        Assert.Equal($$"""{"report_id_list":["{{started.ReportId}}","nope"]}""", client.Last.Body);
        Assert.Equal([(true, null), (false, "HuaweiDms.ItemFailed")], deleted.Select(result => (result.Succeeded, result.ErrorCode)));
        Assert.Empty(await diagnosis.List(id).ToListAsync(Stop));
    }

    [Theory]
    [InlineData("""{"id":"r-1","result":"true"},{"id":"r-2","result":false}""")]
    [InlineData("""{"id":"r-1","success":true},{"id":"r-2","success":false}""")]
    public async Task The_result_for_a_report_is_read_under_either_name(string results)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json($$"""{"results":[{{results}}]}"""));

        IReadOnlyList<DiagnosisActionResult> deleted = await client.RunAsync(it => it.Diagnosis.DeleteAsync("i-1", ["r-1", "r-2"], Stop));

        Assert.Equal([true, false], deleted.Select(result => result.Succeeded));
    }

    [Fact]
    public async Task Lists_are_read_page_by_page()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        List<string?> made = [];
        for (int number = 0; number < 23; number++)
        {
            made.Insert(0, (await client.Client.Diagnosis.StartAsync(id, "billing", "orders", Stop)).ReportId);
            client.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(made, (await client.Client.Diagnosis.List(id).ToListAsync(Stop)).Select(diagnosis => diagnosis.ReportId));
        Assert.Equal(made[22], (await client.Client.Diagnosis.FindAsync(id, made[22]!, Stop))!.ReportId);
    }

    [Fact]
    public async Task The_documented_check_is_read_as_numbers_and_sentences()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Documented("ShowDiagnosisPreCheck"));
        IReadOnlyList<DiagnosisCheck> checks = await client.RunAsync(it => it.Diagnosis.CheckAsync("i-1", "group-1", "topic-1", Stop));

        Assert.Equal([1, 2], checks[0].BrokerIds!);
        Assert.Equal([1, 2], checks[1].BrokerIds!);
        Assert.Equal([0, 2], checks[2].Partitions!);
        Assert.Equal([10159908, 9768464, 9361706], checks[3].Lags!.Select(lag => lag.Lag));
        Assert.Equal([0, 1, 2], checks[3].Partitions!);
        Assert.Equal((DateTimeOffset.FromUnixTimeMilliseconds(1694571420000), 14.159), (checks[4].Bursts![0].At, checks[4].Bursts![0].Value));
        Assert.Equal(
            [
                "Memory usage is high on brokers 1, 2.",
                "CPU usage is high on brokers 1, 2.",
                "The subscription is incomplete in partitions 0, 2.",
                "29,290,078 messages wait in 3 partitions, most in partition 0: 10,159,908.",
                "Producers write in bursts: 2023-09-13 02:17:00Z: 14.159.",
            ],
            checks.Select(check => check.Message));
        Assert.All(checks, check => Assert.NotNull(check.Remedy));
        Assert.Null(checks[0].Lags);
        Assert.Null(checks[3].BrokerIds);
    }

    [Fact]
    public async Task The_documented_report_is_read_as_sentences()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Documented("ShowMessageDiagnosisReport"));
        DiagnosisReport report = await client.RunAsync(it => it.Diagnosis.GetReportAsync(new DiagnosisSummary { InstanceId = "i-1", ReportId = "r-1" }, Stop));

        DiagnosisItem item = Assert.Single(Assert.Single(report.Dimensions!).Items!);
        Assert.Equal("Brokers return errors to fetch requests of the group in partitions 1, 2, 3 on brokers 1, 2, 3. Partitions 4, 5, 6 could not be diagnosed.", item.Message);
        Assert.Equal(
            "1 (threshold 90, error code 1 (Kafka's OFFSET_OUT_OF_RANGE), 2 (Kafka's CORRUPT_MESSAGE), 3 (Kafka's UNKNOWN_TOPIC_OR_PARTITION))",
            Assert.Single(item.Causes!).ToString());
        Assert.Equal("1", Assert.Single(item.Advice!).ToString());
        Assert.NotNull(item.Remedy);
    }

    [Theory]
    [InlineData("""{"name":"NEW_ONE","success":false,"reason":"1,2"}""", "There is a problem with new one. 1,2")]
    [InlineData("""{"name":"LAG","success":false,"reason":"much"}""", "Messages wait to be read. much")]
    [InlineData("""{"name":"LAG","success":"false","reason":{"0":3}}""", "3 messages wait in 1 partition, most in partition 0: 3.")]
    [InlineData("""{"name":"LAG","success":false,"reason":"{\"x\":3}"}""", """Messages wait to be read. {"x":3}""")]
    [InlineData("""{"name":"PRODUCE","success":false,"reason":"{\"99999999999999999\":3}"}""", """Producers write in bursts. {"99999999999999999":3}""")]
    [InlineData("""{"name":"CPU","success":false,"reason":"[3]"}""", "CPU usage is high on brokers 3.")]
    [InlineData("""{"name":"CPU","success":false,"reason":null}""", "CPU usage is high.")]
    [InlineData("""{"name":"CPU","success":true}""", "Nothing found.")]
    [InlineData("""{"name":"CPU","reason":"?"}""", "?")]
    [InlineData("""{"success":false,"reason":"?"}""", "There is a problem with ?. ?")]
    public async Task Unknown_reasons_are_shown_unchanged(string check, string message)
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json($"[null,{check}]"));
        Assert.Equal(message, Assert.Single(await client.RunAsync(it => it.Diagnosis.CheckAsync("i-1", "g", "t", Stop))).Message);
    }

    [Theory]
    [InlineData("""{"name":"rebalance_often","result":"abnormal","partitions":["3"],"cause_ids":[{"id":"7","params":{"REBALANCE_COUNT":12}}]}""",
        "There is a problem with rebalance often in partitions 3.", "7 (rebalance count 12)")]
    [InlineData("""{"name":"lag","result":"failed","failed_partitions":[0,1],"cause_ids":[{"id":2,"params":null}]}""",
        "The diagnosis failed. Partitions 0, 1 could not be diagnosed.", "2")]
    [InlineData("""{"name":"cpu","result":"normal","cause_ids":[{"id":1,"params":{}}]}""", "Nothing found.", "1")]
    public async Task Undocumented_subjects_and_numbers_are_shown(string item, string message, string cause)
    {
        string response = $$"""{"abnormal_item_num":1,"diagnosis_dimension_list":[{"name":"x","diagnosis_item_list":[{{item}}]}]}""";
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(response));
        DiagnosisReport report = await client.RunAsync(it => it.Diagnosis.GetReportAsync(new DiagnosisSummary { InstanceId = "i-1", ReportId = "r-1" }, Stop));
        DiagnosisItem read = report.Dimensions![0].Items![0];

        Assert.Equal((message, cause), (read.Message, read.Causes![0].ToString()));
    }
}
