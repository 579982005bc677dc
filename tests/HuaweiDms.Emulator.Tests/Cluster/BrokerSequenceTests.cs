using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace HuaweiDms.Emulator.Tests.Cluster;

/// <summary>Whatever brokers do, in any order, all operations agree on their state and no accepted message is lost.</summary>
public sealed class BrokerSequenceTests
{
    private const int Brokers = 5;
    private const int Partitions = 5;
    private const string Topic = "events";

    [Fact]
    public void Any_sequence_keeps_leaders_in_sync_and_loses_no_message()
        => Check.One(Trials.Of(20), Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Choose(0, 999), 40)), async numbers =>
        {
            using TestService service = new(static options => options.Speed = 1);
            string id = await service.IdOfAsync("kafka-prod-payments"), path = "/v2/{project_id}/instances/" + id;
            (await service.PostAsync(path + "/topics", $$"""{"id":"{{Topic}}","partition":{{Partitions}},"replication":2}""")).Ok();
            int taken = 0;
            foreach (int number in numbers)
            {
                taken += await DoAsync(service, id, path, number) ? 1 : 0;
                // Reads all topics only now and then: each takes a second.
                await CheckAsync(service, path, number % 8 == 0);
            }

            for (int broker = 0; broker < Brokers; broker++)
                service.Emulator.Brokers.Start(id, broker);
            service.Clock.Advance(TimeSpan.FromHours(1));
            JsonArray partitions = await CheckAsync(service, path, isWhole: true);
            Assert.Equal(taken, partitions.Sum(static partition => (long)partition!["leo"]!));
            Assert.All(partitions, static partition => Assert.Equal((int)partition!["replicas"]![0]!["broker"]!, (int)partition["leader"]!));
            Assert.All(partitions.SelectMany(static partition => partition!["replicas"]!.AsArray()), static replica => Assert.True((bool)replica!["in_sync"]!));
        }));

    /// <returns>Whether the message was accepted.</returns>
    private static async Task<bool> DoAsync(TestService service, string id, string path, int number)
    {
        int broker = number / 10 % Brokers, partition = number / 100 % Partitions;
        switch (number % 10)
        {
            case 0 or 1 or 2 when service.Emulator.Brokers.Count(one => one.InstanceId == id && one.IsHealthy) > 1:
                service.Emulator.Brokers.Stop(id, broker);
                return false;
            case 3 or 4:
                service.Emulator.Brokers.Start(id, broker);
                return false;
            case 5:
                service.Clock.Advance(TimeSpan.FromSeconds(number));
                return false;
            case 6:
                await service.PostAsync(
                    $"{path}/management/topics/{Topic}/replicas-reassignment",
                    $$"""{"partitions":[{"partition":{{partition}},"replicas":[{{broker}},{{(broker + 1 + partition) % Brokers}}]}]}""");
                return false;
            default:
                string property = $$"""{"name":"PARTITION","value":"{{partition.ToString(CultureInfo.InvariantCulture)}}"}""";
                Response response = await service.PostAsync(path + "/messages/action?action_id=send", $$"""{"topic":"{{Topic}}","body":"m","property_list":[{{property}}]}""");
                Assert.Contains(response.Status, new[] { 200, 400 });
                return response.Status == 200;
        }
    }

    private static async Task<JsonArray> CheckAsync(TestService service, string path, bool isWhole)
    {
        JsonNode cluster = (await service.GetAsync(path + "/management/cluster")).Ok()["cluster"]!;
        HashSet<int> up = [.. cluster["brokers"]!.AsArray().Where(static broker => (bool)broker!["is_health"]!).Select(static broker => int.Parse((string)broker!["broker_id"]!, CultureInfo.InvariantCulture))];
        Assert.Contains(int.Parse((string)cluster["controller"]!, CultureInfo.InvariantCulture), up);
        (int online, int inSync, JsonArray? own) = (0, 0, null);
        JsonArray topics = (await service.GetAsync(path + "/topics?limit=50")).Ok()["topics"]!.AsArray();
        foreach (string topic in topics.Select(static topic => (string)topic!["name"]!).Where(topic => isWhole || topic == Topic))
        {
            service.Clock.Advance(TimeSpan.FromSeconds(1));
            JsonArray partitions = (await service.GetAsync($"{path}/management/topics/{topic}")).Ok()["partitions"]!.AsArray();
            own = topic == Topic ? partitions : own;
            foreach (JsonNode? partition in partitions)
            {
                int leader = (int)partition!["leader"]!;
                HashSet<int> kept = [.. partition["replicas"]!.AsArray().Where(static replica => (bool)replica!["in_sync"]!).Select(static replica => (int)replica!["broker"]!)];
                Assert.NotEmpty(kept);
                Assert.True(leader == -1 ? !kept.Overlaps(up) : up.Contains(leader) && kept.Contains(leader), partition.ToJsonString());
                Assert.All(partition["replicas"]!.AsArray(), replica => Assert.True((long)replica!["lag"]! == 0 || !kept.Contains((int)replica["broker"]!)));
                online += leader == -1 ? 0 : 1;
                inSync += kept.Count;
            }
        }

        if (!isWhole)
            return own!;
        // Replicas may have caught up while the topics were read, one per second.
        JsonNode after = (await service.GetAsync(path + "/management/cluster")).Ok()["cluster"]!;
        Assert.Equal(((int)cluster["online_partitions_count"]!, (int)after["online_partitions_count"]!), (online, online));
        Assert.InRange(inSync, (int)cluster["isr_replicas_count"]!, (int)after["isr_replicas_count"]!);
        return own!;
    }
}
