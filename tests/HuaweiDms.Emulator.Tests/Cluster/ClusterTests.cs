using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Cluster;

/// <summary>Brokers, coordinators, disks and Kafka Manager.</summary>
public sealed class ClusterTests
{
    private const string Instances = "/v2/{project_id}/instances/";

    [Theory]
    [InlineData("kafka-prod", "500G", 41)]
    [InlineData("kafka-analytics", "2.0T", 61)]
    public async Task Disk_sizes_match_the_storage_of_the_instance(string name, string size, int average)
    {
        using TestService service = new();
        JsonArray brokers = (await service.GetAsync($"{Instances}{await service.IdOfAsync(name)}/topics/diskusage")).Ok()["broker_list"]!.AsArray();

        Assert.All(brokers, broker => Assert.Equal(size, (string?)broker!["data_disk_size"]));
        Assert.InRange(brokers.Average(broker => int.Parse((string)broker!["data_disk_use_percentage"]!, System.Globalization.CultureInfo.InvariantCulture)), average - 1, average + 2);
        Assert.Equal("Success get info", (string?)brokers[0]!["status"]);
    }

    [Fact]
    public async Task Used_space_is_the_sum_of_the_topics()
    {
        using TestService service = new();
        string path = Instances + await service.IdOfAsync("kafka-prod");
        async Task<int> UsedAsync() => (int)(await service.GetAsync(path)).Ok()["used_storage_space"]!;

        Assert.Equal(611, await UsedAsync());
        (await service.PostAsync(path + "/topics/delete", """{"topics":["orders"]}""")).Ok();
        Assert.Equal(330, await UsedAsync());
        (await service.PostAsync(path + "/topics/delete", """{"topics":["payments","audit-log","clicks"]}""")).Ok();
        Assert.Equal(0, await UsedAsync());
    }

    [Theory]
    [InlineData("", 18)]
    [InlineData("?minSize=8K", 34)]
    [InlineData("?minSize=20G", 0)]
    [InlineData("?minSize=15G", 9)]
    [InlineData("?minSize=1K&top=4", 4)]
    [InlineData("?percentage=3", 9)]
    public async Task Filter_limits_the_listed_partitions(string query, int count)
    {
        using TestService service = new();
        JsonNode broker = (await service.GetAsync($"{Instances}{await service.IdOfAsync("kafka-prod")}/topics/diskusage{query}")).Ok()["broker_list"]![0]!;
        Assert.Equal(count, broker["topic_list"]!.AsArray().Count);
        Assert.Equal("41", (string?)broker["data_disk_use_percentage"]);
    }

    [Theory]
    [InlineData("minSize=x")]
    [InlineData("minSize=1T")]
    [InlineData("minSize=G")]
    [InlineData("top=1.5")]
    [InlineData("top=-1")]
    [InlineData("percentage=much")]
    public async Task Invalid_filter_is_rejected(string query)
    {
        using TestService service = new();
        (await service.GetAsync($"{Instances}{await service.IdOfAsync("kafka-prod")}/topics/diskusage?{query}")).Rejected(400, "DMS.00400062");
    }

    [Fact]
    public async Task Instance_without_messages_has_system_topics_only()
    {
        using TestService service = new();
        string id = await service.CreateAsync("kafka-empty");
        (await service.GetAsync($"{Instances}{id}/topics/diskusage")).Rejected(400, "DMS.00400026");
        (await service.GetAsync($"{Instances}{id}/management/cluster")).Rejected(400, "DMS.00400026");
        service.Clock.Advance(TimeSpan.FromMinutes(20));

        JsonNode cluster = (await service.GetAsync($"{Instances}{id}/management/cluster")).Ok()["cluster"]!;
        Assert.Equal((2, 16, 48, 0), ((int)cluster["topics_count"]!, (int)cluster["partitions_count"]!, (int)cluster["replicas_count"]!, (int)cluster["consumers_count"]!));
        JsonArray replicas = (await service.GetAsync($"{Instances}{id}/topics/diskusage?minSize=1K")).Ok()["broker_list"]![0]!["topic_list"]!.AsArray();
        Assert.All(replicas, replica => Assert.Equal("8.0K", (string?)replica!["size"]));
        Assert.Empty((await service.GetAsync($"{Instances}{id}/management/coordinators")).Ok()["coordinators"]!.AsArray());
    }

    [Fact]
    public async Task Disabled_Kafka_Manager_stays_disabled_and_rejects_its_calls()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod"), path = Instances + id;
        JsonNode shown = (await service.GetAsync(path)).Ok();
        Assert.NotNull(shown["management_connect_address"]);
        Assert.Equal("https://198.18.0.7:9999", (string?)shown["public_management_connect_address"]);
        (await service.PutAsync(path + "/kafka-manager-password", """{"new_password":"Quiet-Harbour-7"}""")).NoContent();

        for (int again = 0; again < 2; again++)
        {
            Response closed = await service.DeleteAsync($"/v2/{{project_id}}/kafka/instances/{id}/management");
            Assert.Equal((200, ""), (closed.Status, closed.Text));
        }

        shown = (await service.GetAsync(path)).Ok();
        Assert.Null(shown["management_connect_address"] ?? shown["public_management_connect_address"]);
        (await service.GetAsync(path + "/management/cluster")).Rejected(400, "DMS.00400026");
        (await service.GetAsync(path + "/management/coordinators")).Rejected(400, "DMS.00400026");
        (await service.GetAsync(path + "/management/topics/payments/partitions/0/end-message")).Rejected(400, "DMS.00400026");
        (await service.GetAsync(path + "/management/groups/settlement")).Rejected(400, "DMS.00400026");
        (await service.PutAsync(path + "/kafka-manager-password", """{"new_password":"Quiet-Harbour-7"}""")).Rejected(400, "DMS.00400026");
        (await service.SendAsync(HttpMethod.Put, path + "/restart-kafka-manager", null)).Rejected(400, "DMS.00400026");
    }

    [Fact]
    public async Task Restarting_Kafka_Manager_creates_a_task_and_keeps_the_instance_running()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-prod");
        JsonNode response = (await service.SendAsync(HttpMethod.Put, $"{Instances}{id}/restart-kafka-manager", null)).Ok();
        Assert.Equal(("success", id), ((string?)response["result"], (string?)response["instance_id"]));
        Assert.Equal("restartKafkaManager", (string?)(await service.GetAsync($"{Instances}{id}/tasks")).Ok()["tasks"]![0]!["name"]);
        Assert.Equal("RUNNING", await service.StatusOfAsync(id));
    }

    [Fact]
    public async Task Weak_Kafka_Manager_password_is_rejected()
    {
        using TestService service = new();
        HttpClient lawless = service.ConnectUnchecked();
        string path = service.Path($"{Instances}{await service.IdOfAsync("kafka-prod")}/kafka-manager-password");
        (await lawless.AskAsync(HttpMethod.Put, path, """{"new_password":"short"}""")).Rejected(400, "DMS.00400012");
        (await lawless.AskAsync(HttpMethod.Put, path, "{}")).Rejected(400, "DMS.00400012");
    }
}
