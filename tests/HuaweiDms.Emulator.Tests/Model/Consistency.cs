using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Model;

/// <summary>Checks that lists, details and counts of an instance agree, which must hold after any operation.</summary>
internal static class Consistency
{
    /// <summary>Compares everything that can be read of a running instance.</summary>
    public static async Task CheckAsync(TestService service, string id)
    {
        JsonNode shown = (await service.GetAsync("/v2/{project_id}/instances/" + id)).Ok();
        await CheckListEntryAsync(service, shown);
        string path = $"/v2/{{project_id}}/instances/{id}";
        JsonArray topics = await TopicsAsync(service, path);
        await CheckClusterAsync(service, path, shown, topics);
        HashSet<string> users = (string?)shown["status"] == "RUNNING" ? await UsersAsync(service, path) : [];
        foreach (JsonNode? topic in topics)
            await CheckPartitionsAsync(service, id, topic!);
        await CheckPoliciesAsync(service, id, topics, users);
        await CheckGroupsAsync(service, id, topics);
        await CheckQuotasAsync(service, id);
        await CheckTasksAsync(service, path);
    }

    private static async Task CheckListEntryAsync(TestService service, JsonNode shown)
    {
        JsonArray all = await service.ListAsync("&limit=50&include_failure=true");
        Assert.Equal(all.Count, all.Select(static instance => (string)instance!["name"]!).Distinct(StringComparer.Ordinal).Count());
        JsonNode? entry = all.SingleOrDefault(instance => (string?)instance!["instance_id"] == (string?)shown["instance_id"]);
        Assert.Equal((string?)shown["status"] == "DELETING", entry is null);
        foreach (string field in new[] { "name", "status", "total_storage_space", "used_storage_space", "broker_num", "partition_num", "connect_address", "tags" })
            Assert.True(entry is null || JsonNode.DeepEquals(entry[field], shown[field]), $"{field} is {shown[field]} in one place and {entry?[field]} in the other.");
        string[] addresses = ((string?)shown["connect_address"])?.Split(',') ?? [];
        Assert.Equal((int)shown["broker_num"]!, addresses.Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task<JsonArray> TopicsAsync(TestService service, string path)
    {
        JsonNode list = (await service.GetAsync(path + "/topics?limit=200")).Ok();
        JsonArray topics = list["topics"]!.AsArray();
        Assert.Equal((int)list["total"]!, topics.Count);
        Assert.Equal(topics.Count, topics.Select(static topic => (string)topic!["name"]!).Distinct(StringComparer.Ordinal).Count());
        int partitions = topics.Where(static topic => (int)topic!["topic_type"]! == 0).Sum(static topic => (int)topic!["partition"]!);
        Assert.Equal(Math.Max(0, (int)list["max_partitions"]! - partitions), (int)list["remain_partitions"]!);
        JsonNode older = (await service.GetAsync(path.Replace("/v2/", "/v1.0/", StringComparison.Ordinal) + "/topics")).Ok();
        Assert.Equal(
            topics.Select(static topic => ((string)topic!["name"]!, (int)topic["partition"]!, (int)topic["replication"]!)),
            older["topics"]!.AsArray().Select(static topic => ((string)topic!["id"]!, (int)topic["partition"]!, (int)topic["replication"]!)));
        return topics;
    }

    private static async Task CheckClusterAsync(TestService service, string path, JsonNode shown, JsonArray topics)
    {
        if ((string?)shown["status"] != "RUNNING")
            return;
        JsonNode cluster = (await service.GetAsync(path + "/management/cluster")).Ok()["cluster"]!;
        Assert.Equal((int)shown["broker_num"]!, cluster["brokers"]!.AsArray().Count);
        Assert.Equal(topics.Count, (int)cluster["topics_count"]!);
        Assert.Equal(topics.Sum(static topic => (int)topic!["partition"]!), (int)cluster["partitions_count"]!);
        Assert.Equal(topics.Sum(static topic => (int)topic!["partition"]! * (int)topic["replication"]!), (int)cluster["replicas_count"]!);
        JsonNode disks = (await service.GetAsync(path + "/topics/diskusage?minSize=1K")).Ok();
        Assert.Equal((int)cluster["replicas_count"]!, disks["broker_list"]!.AsArray().Sum(static disk => disk!["topic_list"]!.AsArray().Count));
        Assert.InRange((int)shown["used_storage_space"]!, 0, (int)shown["total_storage_space"]!);
    }

    private static async Task CheckPartitionsAsync(TestService service, string id, JsonNode topic)
    {
        JsonNode list = (await service.GetAsync($"/v2/{{project_id}}/kafka/instances/{id}/topics/{topic["name"]}/partitions?limit=50")).Ok();
        JsonArray partitions = list["partitions"]!.AsArray();
        Assert.Equal((int)topic["partition"]!, (int)list["total"]!);
        Assert.Equal(Enumerable.Range(0, Math.Min((int)topic["partition"]!, 50)), partitions.Select(static partition => (int)partition!["partition"]!));
        Assert.All(partitions, static partition => Assert.Equal((long)partition!["last_offset"]! - (long)partition["start_offset"]!, (long)partition["message_count"]!));
    }

    private static async Task<HashSet<string>> UsersAsync(TestService service, string path)
    {
        JsonArray users = (await service.GetAsync(path + "/users")).Ok()["users"]!.AsArray();
        HashSet<string> names = [.. users.Select(static user => (string)user!["user_name"]!)];
        Assert.Equal(users.Count, names.Count);
        return names;
    }

    private static async Task CheckPoliciesAsync(TestService service, string id, JsonArray topics, HashSet<string> users)
    {
        foreach (JsonNode? topic in topics.Where(topic => users.Count > 0 && !(bool)topic!["policiesOnly"]!))
        {
            JsonNode shown = (await service.GetAsync($"/v1/{{project_id}}/instances/{id}/topics/{topic!["name"]}/accesspolicy")).Ok();
            Assert.All(shown["policies"]!.AsArray(), policy => Assert.Contains((string)policy!["user_name"]!, users));
        }
    }

    private static async Task CheckGroupsAsync(TestService service, string id, JsonArray topics)
    {
        JsonNode list = (await service.GetAsync($"/v2/{{project_id}}/instances/{id}/groups?limit=50")).Ok();
        JsonArray groups = list["groups"]!.AsArray();
        Assert.Equal((int)list["total"]!, groups.Count);
        Assert.Equal(groups.Count, groups.Select(static group => (string)group!["group_id"]!).Distinct(StringComparer.Ordinal).Count());
        foreach (JsonNode? group in groups)
        {
            JsonNode shown = (await service.GetAsync($"/v2/{{project_id}}/instances/{id}/management/groups/{group!["group_id"]}")).Ok()["group"]!;
            Assert.Equal((string?)group["state"], (string?)shown["state"]);
            JsonArray offsets = shown["group_message_offsets"]!.AsArray();
            Assert.Equal((long)group["lag"]!, offsets.Sum(static offset => (long)offset!["lag"]!));
            foreach (JsonNode? offset in offsets)
            {
                Assert.InRange((long)offset!["message_current_offset"]!, 0, (long)offset["message_log_end_offset"]!);
                JsonNode topic = Assert.Single(topics, topic => (string?)topic!["name"] == (string?)offset["topic"])!;
                Assert.InRange((int)offset["partition"]!, 0, (int)topic["partition"]! - 1);
            }
            Assert.Equal(offsets.Count, offsets.Select(static offset => ((string?)offset!["topic"], (int)offset["partition"]!)).Distinct().Count());
            List<(string, int)> held = shown["members"]!.AsArray().SelectMany(static member => member!["assignment"]!.AsArray())
                .SelectMany(static part => part!["partitions"]!.AsArray().Select(number => ((string)part["topic"]!, (int)number!))).ToList();
            Assert.Equal(held.Count, held.Distinct().Count());
            Assert.All(held, part => Assert.Contains(offsets, offset => ((string)offset!["topic"]!, (int)offset["partition"]!) == part));
        }
    }

    private static async Task CheckQuotasAsync(TestService service, string id)
    {
        JsonNode list = (await service.GetAsync($"/v2/kafka/{{project_id}}/instances/{id}/kafka-user-client-quota?limit=100")).Ok();
        JsonArray quotas = list["quotas"]!.AsArray();
        Assert.Equal((int)list["count"]!, quotas.Count);
        Assert.Equal(quotas.Count, quotas.Select(static quota => $"{quota!["user"]}/{quota["client"]}/{quota["user-default"]}/{quota["client-default"]}").Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task CheckTasksAsync(TestService service, string path)
    {
        JsonNode list = (await service.GetAsync(path + "/tasks?limit=100")).Ok();
        JsonArray tasks = list["tasks"]!.AsArray();
        Assert.Equal(tasks.Count, tasks.Select(static task => (string)task!["id"]!).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Math.Min(int.Parse((string)list["task_count"]!, null), 100), tasks.Count);
    }
}
