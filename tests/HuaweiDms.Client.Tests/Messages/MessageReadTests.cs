using System.Text;
using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Messages;

/// <summary>Reading messages (5.8.1 to 5.8.3).</summary>
public sealed class MessageReadTests
{
    private const string PathUnknown = "APIGW.0101";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Messages_of_a_period_are_listed_in_the_requested_order_without_content(bool ascending)
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;

        IReadOnlyList<Message> messages = await client.Client.Messages.List(id, "orders", LastHour(client), ascending).ToListAsync(Stop);

        Assert.Equal(72, messages.Count);
        Assert.Equal(ascending ? messages.OrderBy(message => message.Timestamp) : messages.OrderByDescending(message => message.Timestamp), messages);
        Assert.Equal(ascending, messages[0].Timestamp < messages[^1].Timestamp);
        Assert.All(messages, message => Assert.Equal(("orders", id, "test", null), (message.Topic, message.InstanceId, message.Context, message.Value)));
        Assert.Equal(72, messages.Select(message => message.ToString()).Distinct().Count());
        Assert.Null(messages[0].AdditionalProperties);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(0, 3)]
    [InlineData(13, 5)]
    [InlineData(13, 30)]
    [InlineData(10, 10)]
    [InlineData(69, 10)]
    [InlineData(72, null)]
    [InlineData(500, 1)]
    public async Task Any_part_of_the_list_is_taken_from_whole_pages(int skip, int? first)
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;
        List<string> all = await client.Client.Messages.List(id, "orders", LastHour(client)).Select(message => message.ToString()).ToListAsync(Stop);
        int before = client.Recorder.Sent.Count;

        List<string> part = await client.Client.Messages.List(id, "orders", LastHour(client), range: new(skip, first)).Select(message => message.ToString()).ToListAsync(Stop);

        Assert.Equal(all.Skip(skip).Take(first ?? int.MaxValue), part);
        Assert.All(client.Recorder.Sent.Skip(before), request => Assert.Equal("10", request.Query["limit"]));
        Assert.Equal($"{skip / 10}", client.Recorder.Sent[before].Query["offset"]);
    }

    [Fact]
    public async Task A_partial_page_records_that_the_service_asked_to_slow_down()
    {
        using ScriptedClient client = new ScriptedClient().Then(
            Responses.Error(429, "APIGW.0308"),
            Responses.Json("""{"messages":[{"topic":"orders","partition":0,"message_offset":1}],"total":1}"""));
        MessagePeriod period = new(client.Time.GetUtcNow().AddHours(-1), client.Time.GetUtcNow());

        Page<Message> page = await client.RunAsync(it => it.Messages.List("i-1", "orders", period).AsPagesAsync(Stop).FirstAsync(Stop).AsTask());

        Assert.Equal((1, true), (page.Items.Count, page.Throttled));
    }

    [Fact]
    public async Task The_list_of_all_partitions_contains_keys_and_that_of_one_does_not()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;
        await client.Client.Messages.SendAsync(id, "orders", "a", partition: 2, cancellationToken: Stop);

        Message keyless = await client.Client.Messages.List(id, "orders", LastHour(client)).FirstAsync(Stop);
        Message listed = await client.Client.Messages.ListOfPartition(id, "orders", 2, LastHour(client)).Skip(1).FirstAsync(Stop);

        Assert.Equal((true, null, false), (keyless.HasKey, keyless.Key, listed.HasKey));
        Assert.Equal((true, "orders-0140"), ((await client.Client.Messages.ReadAsync(listed, Stop))!.HasKey, (await client.Client.Messages.ReadAsync(listed, Stop))!.Key));
    }

    [Fact]
    public async Task One_partition_is_read_from_the_list_with_a_partition_filter()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;

        List<long?> down = await client.Client.Messages.ListOfPartition(id, "orders", 2, LastHour(client)).Select(message => message.Offset).ToListAsync(Stop);
        List<long?> up = await client.Client.Messages.ListOfPartition(id, "orders", 2, LastHour(client), ascending: true, new(2, 3)).Select(message => message.Offset).ToListAsync(Stop);

        Assert.Equal(Enumerable.Range(3012, 12).Reverse().Select(offset => (long?)offset), down);
        Assert.Equal([3014, 3015, 3016], up);
        Assert.Equal(("2", $"/v2/{client.Emulator.ProjectId}/instances/{id}/management/topics/orders/messages"), (client.Last.Query["partition"], client.Last.Address.AbsolutePath));
    }

    [Fact]
    public async Task Bytes_that_are_not_text_arrive_unchanged()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;

        Message? message = await client.Client.Messages.GetAsync(id, "clicks", 5, 6023, Stop);

        Assert.Equal([0x08, 0x96, 0x01, 0xFF, 0x00, 0xC3, 0x28], message!.ValueBytes!);
        Assert.Equal((false, null, "\b\uFFFD\u0001\uFFFD\0\uFFFD("), (message.IsText, message.Key, message.Value));
    }

    [Fact]
    public async Task A_huge_message_is_read_completely_with_a_second_request()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;
        string value = string.Concat(Enumerable.Repeat("é1", 3000));
        await client.Client.Messages.SendAsync(id, "orders", value, partition: 0, cancellationToken: Stop);

        Message? message = await client.Client.Messages.GetAsync(id, "orders", 0, 1024, Stop);

        Assert.Equal((value, true), (message!.Value, message.IsHuge));
        Assert.Equal(["false", "true"], client.Recorder.Sent.TakeLast(2).Select(request => request.Query["download"]));

        int before = client.Recorder.Sent.Count;
        Message? peeked = await client.Client.Messages.PeekAsync(id, "orders", 0, 1024, Stop);
        Assert.Equal((message.Timestamp, true, before + 1), (peeked!.Timestamp, peeked.IsHuge, client.Recorder.Sent.Count));

        Message listed = await client.Client.Messages.List(id, "orders", LastHour(client), range: new(0, 1)).SingleAsync(Stop);
        Assert.Equal(value, (await client.Client.Messages.ReadAsync(listed, Stop))!.Value);
        Assert.Equal("true", client.Last.Query["download"]);
    }

    [Fact]
    public async Task A_keyword_search_returns_the_offset_under_another_name()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;

        IReadOnlyList<Message> found = await client.Client.Messages.FindAsync(id, "orders", "failed", LastHour(client), cancellationToken: Stop);

        Assert.Equal(10, found.Count);
        Assert.Equal("failed", client.Last.Query["keyword"]);
        Assert.False(client.Last.Query.ContainsKey("offset"));
        Assert.Contains("failed", (await client.Client.Messages.ReadAsync(found[0], Stop))!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_from_an_offset_stays_within_the_log()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;

        IReadOnlyList<Message?> last = await client.Client.Messages.ReadFrom(id, "orders", 1, 2021).ToListAsync(Stop);
        IReadOnlyList<Message?> first = await client.Client.Messages.ReadFrom(id, "orders", 1, 0, new(1, 2)).ToListAsync(Stop);

        Assert.Equal([2021, 2022, 2023], last.Select(message => message!.Offset));
        Assert.Equal([2001, 2002], first.Select(message => message!.Offset));
        Assert.Empty(await client.Client.Messages.ReadFrom(id, "orders", 1, 9999).ToListAsync(Stop));
        Assert.Null(await client.Client.Messages.GetAsync(id, "orders", 1, 2024, Stop));
    }

    [Fact]
    public async Task The_requested_message_is_found_among_others_in_the_response()
    {
        using ScriptedClient client = new();
        client.Then(Responses.Json("""{"messages":[null,{"message_offset":8,"value":"b"},{"message_offset":"7","value":"a"}]}"""), Responses.Json("""{"messages":[{"message_offset":9,"value":"c"}]}"""));

        Message? found = await client.RunAsync(it => it.Messages.GetAsync("i", "t", 3, 7, Stop));
        Message? none = await client.RunAsync(it => it.Messages.GetAsync("i", "t", 3, 7, Stop));

        Assert.Equal(("a", "t", 3, "t-3@7"), (found!.Value, found.Topic, found.Partition, found.ToString()));
        Assert.Null(none);
    }

    [Theory]
    [InlineData("a\xFF\xFEz", "a\uFFFD\uFFFDz")]
    [InlineData(@"\ud83d", "\uFFFD")]
    [InlineData(@"\ud83d\ude00 \u0041\n\\\/\""", "😀 A\n\\/\"")]
    [InlineData(@"\ude00\ud83dx", "\uFFFD\uFFFDx")]
    public async Task Content_that_is_not_UTF8_does_not_affect_other_fields(string content, string text)
    {
        using ScriptedClient client = new();
        client.Then(Responses.Respond(System.Net.HttpStatusCode.OK, Encoding.Latin1.GetBytes($$"""{"messages":[{"message_offset":1,"value":"{{content}}","key":"{{content}}","tag":"t"}]}""")));

        Message? message = await client.RunAsync(it => it.Messages.GetAsync("i", "t", 0, 1, Stop));

        Assert.Equal((text, text, "t"), (message!.Value, message.Key, message.Tag));
    }

    [Fact]
    public async Task If_the_gateway_does_not_know_the_path_the_older_ones_are_used_from_then_on()
    {
        using ScriptedClient client = new(options => options.RetryCount = 0);
        client.Then(
            Responses.Error(404, PathUnknown),
            Responses.Json("""{"messages":[{"partition":0,"message_offset":1,"timestamp":10},{"partition":0,"message_offset":2,"timestamp":20}],"messages_count":2}"""),
            Responses.Json("""{"messages":[{"partition":0,"message_offset":1,"timestamp":10},{"partition":0,"message_offset":2,"timestamp":20}],"messages_count":2}"""),
            Responses.Json("""{"message":[{"topic":"t","partition":0,"message_offset":2,"key":null,"value":"v","size":1,"timestamp":20}]}"""));

        IReadOnlyList<Message> listed = await client.RunAsync(async it => await it.Messages.List("i", "t", new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1))).ToListAsync(Stop));
        Message? read = await client.RunAsync(it => it.Messages.ReadAsync(listed[0], Stop));

        Assert.Equal([2, 1], listed.Select(message => message.Offset));
        Assert.Equal(("v", null, 20L), (read!.Value, read.Key, read.Timestamp!.Value.ToUnixTimeMilliseconds()));
        Assert.Equal(["messages", "messages", "messages", "message"], client.Sent.Select(request => request.Address.Segments[^1]));
        Assert.Equal("-1", client.Sent[1].Query["partition"]);
    }

    [Theory]
    [InlineData(408, "DMS.111501024", DmsErrorKind.TimedOut)]
    [InlineData(501, "DMS.111501026", DmsErrorKind.InvalidArgument)]
    public async Task A_query_that_exceeds_a_limit_is_not_repeated(int status, string code, DmsErrorKind kind)
    {
        using ScriptedClient client = new();
        client.Then(Responses.Error(status, code));

        DmsException error = await client.FailAsync(it => it.Messages.FindAsync("i", "t", "k", default, cancellationToken: Stop));

        Assert.Equal((kind, code, 1), (error.Kind, error.ErrorId, client.Sent.Count));
    }

    [Fact]
    public async Task A_busy_query_is_repeated()
    {
        using ScriptedClient client = new();
        client.Then(Responses.Error(503, "DMS.111501025"), Responses.Json("""{"messages":[],"total":0}"""));

        Assert.Empty(await client.RunAsync(async it => await it.Messages.List("i", "t", default).ToListAsync(Stop)));

        Assert.Equal(2, client.Sent.Count);
    }

    private static MessagePeriod LastHour(EmulatedClient client) => new(client.Clock.UtcNow.AddHours(-1), client.Clock.UtcNow);
}
