using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Messages;

/// <summary>Producing messages (5.5.1).</summary>
public sealed class SendTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_sent_with_its_key_and_partition()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;

        SentMessage sent = await client.Client.Messages.SendAsync(id, "orders", "hello", "k", 1, Stop);

        Assert.Equal($"/v2/{client.Emulator.ProjectId}/instances/{id}/messages/action?action_id=send", client.Last.Target);
        Assert.Equal(
            """{"topic":"orders","body":"hello","property_list":[{"name":"KEY","value":"k"},{"name":"PARTITION","value":"1"}]}""", client.Last.Body);
        Assert.Equal((id, "test", "orders", 1, null), (sent.InstanceId, sent.Context, sent.Topic, sent.Partition, sent.Offset));
        Assert.Equal(("hello", "k", 6L, "orders-1"), (sent.Value, sent.Key, sent.SizeBytes, sent.ToString()));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("a\nb\r\n\t\0\"\\", null)]
    [InlineData("Grüße 你好 🎉\u2028", "ключ")]
    public async Task A_message_is_read_as_it_was_sent(string value, string? key)
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-dev")).InstanceId!;

        await client.Client.Messages.SendAsync(id, "orders", value, key, 3, Stop);

        Message? read = await client.Client.Messages.GetAsync(id, "orders", 3, 4024, Stop);
        Assert.Equal((value, key, true), (read!.Value, read.Key, read.IsText));
        Assert.Equal(client.Clock.UtcNow.ToUnixTimeMilliseconds(), read.Timestamp!.Value.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task A_message_whose_response_is_lost_is_not_sent_again()
    {
        using ScriptedClient client = new();
        client.Then(Responses.ConnectionReset);

        DmsException error = await client.FailAsync(it => it.Messages.SendAsync("i", "t", "v", cancellationToken: Stop));

        Assert.Equal((DmsErrorKind.OutcomeUnknown, "SendKafkaMessage", 1), (error.Kind, error.Operation, client.Sent.Count));
    }

    [Fact]
    public async Task A_message_that_the_service_rejected_as_busy_is_sent_again()
    {
        using ScriptedClient client = new();
        client.Then(Responses.Error(429, "APIGW.0308"), Responses.Error(404, "DMS.10240407"), Responses.Json("{}"));

        await client.RunAsync(it => it.Messages.SendAsync("i", "t", "v", cancellationToken: Stop));

        Assert.Equal(3, client.Sent.Count);
    }

    [Theory]
    [InlineData("""{"topic":"t","body":"v","property_list":[{"name":"PARTITION","value":"2"},{"name":"offset","value":"4294967296"}]}""", 2, 4294967296L)]
    [InlineData("""{"property_list":[{"name":"PARTITION","value":2},{"name":"OFFSET","value":7},{"name":null}]}""", 2, 7L)]
    [InlineData("""{"property_list":["PARTITION",3,null,[]]}""", 1, null)]
    [InlineData("""{"property_list":{}}""", 1, null)]
    [InlineData("""{"property_list":"none"}""", 1, null)]
    [InlineData("{}", 1, null)]
    public async Task Any_content_of_the_response_means_the_message_was_sent(string response, int? partition, long? offset)
    {
        using ScriptedClient client = new();
        client.Then(Responses.Json(response));

        SentMessage sent = await client.RunAsync(it => it.Messages.SendAsync("i", "t", "v", partition: 1, cancellationToken: Stop));

        Assert.Equal((partition, offset), (sent.Partition, sent.Offset));
    }

    [Fact]
    public async Task Characters_are_sent_unescaped_where_possible()
    {
        using ScriptedClient client = new();
        client.Then(Responses.Json("{}"));

        await client.RunAsync(it => it.Messages.SendAsync("i", "t", "{\"消\":\"é<&>'+\"}", cancellationToken: Stop));

        Assert.Contains("""{\"消\":\"é<&>'+\"}""", client.Sent[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_too_large_to_sign_is_sent_only_with_a_token()
    {
        string value = new('"', 6 << 20);
        using ScriptedClient keys = new();
        DmsException error = await keys.FailAsync(it => it.Messages.SendAsync("i", "t", value, cancellationToken: Stop));
        Assert.Equal(DmsErrorKind.InvalidArgument, error.Kind);
        Assert.Contains("12582912", error.Message, StringComparison.Ordinal);
        Assert.Contains("-Token", error.Advice, StringComparison.Ordinal);
        Assert.Empty(keys.Sent);

        using ScriptedClient token = new ScriptedClient(options => options.Credential = new TokenCredential(Secret.From("t"))).Then(Responses.Json("{}"));
        await token.RunAsync(it => it.Messages.SendAsync("i", "t", value, cancellationToken: Stop));
        Assert.Single(token.Sent);
    }

    [Fact]
    public async Task A_message_that_is_too_large_or_not_valid_UTF16_is_not_sent()
    {
        using ScriptedClient client = new();

        DmsException large = await client.FailAsync(
            it => it.Messages.SendAsync("i", "t", new string('é', MessagesApi.LargestMessage / 2), "k", cancellationToken: Stop));
        DmsException half = await client.FailAsync(it => it.Messages.SendAsync("i", "t", "v", "\uD83D", cancellationToken: Stop));

        Assert.Equal(("Value", "Key"), (large.ParameterName, half.ParameterName));
        Assert.Contains("10485761", large.Message, StringComparison.Ordinal);
        Assert.Empty(client.Sent);
    }
}
