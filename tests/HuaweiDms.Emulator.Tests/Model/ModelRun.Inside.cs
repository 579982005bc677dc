using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Model;

/// <summary>Steps inside an instance.</summary>
internal sealed partial class ModelRun
{
    private async Task<bool> DoInsideAsync(ModelStep step, ModelInstance instance, bool isRunning)
    {
        string topic = $"topic-{step.Item}", group = $"group-{step.Item}", user = $"user-{step.Item}";
        return step.Kind switch
        {
            StepKind.CreateTopic => await CreateTopicAsync(instance, topic, 1 + (step.Value % 3), isRunning),
            StepKind.GrowTopic => await ChangeTopicAsync(instance, topic, step.Value, isRunning),
            StepKind.RetainTopics => await RetainAsync(instance, step, isRunning),
            StepKind.DeleteTopics => await DeleteTopicsAsync(instance, step, isRunning),
            StepKind.MoveTopic => await MoveAsync(instance, topic, step.Value, isRunning),
            StepKind.CreateGroup => await CreateGroupAsync(instance, group, isRunning),
            StepKind.DescribeGroup => await DescribeAsync(instance, group, $"{step.Value}", isRunning),
            StepKind.DeleteGroup => await DeleteGroupAsync(instance, group, isRunning),
            StepKind.DeleteGroups => await DeleteGroupsAsync(instance, isRunning),
            StepKind.ResetOffsets => await ResetAsync(instance, group, topic, step.Value, isRunning),
            StepKind.StartConsumer => StartConsumer(instance, group, topic, step.Value),
            StepKind.StopConsumers => _service.Emulator.Consumers.Stop(instance.Id, group, clientId: null, abruptly: step.Value % 2 == 0).Count > 0,
            StepKind.CreateUser => await CreateUserAsync(instance, user, isRunning),
            StepKind.DeleteUsers => await DeleteUsersAsync(instance, step, isRunning),
            StepKind.Permit => await PermitAsync(instance, topic, user, step.Value, isRunning),
            StepKind.CreateQuota or StepKind.UpdateQuota or StepKind.DeleteQuota => await ChangeQuotaAsync(instance, step, user, isRunning),
            StepKind.Produce => await SendAsync(
                HttpMethod.Post, $"/v2/{{project_id}}/instances/{instance.Id}/messages/action?action_id=send",
                $$"""{"topic":"{{topic}}","body":"{{new string('m', step.Value * 9)}}","property_list":[]}""", isRunning && instance.Topics.ContainsKey(topic)),
            StepKind.DeleteMessages => await SendAsync(
                HttpMethod.Delete, $"/v2/{{project_id}}/kafka/instances/{instance.Id}/topics/{topic}/messages",
                $$"""{"partitions":[{"partition":0,"offset":{{step.Value}}},{"partition":{{step.Value}},"offset":1}]}""", isRunning && instance.Topics.ContainsKey(topic)),
            StepKind.DeleteTask => await DeleteTaskAsync(instance),
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
    }

    private static string In(ModelInstance instance, string end) => $"/v2/{{project_id}}/instances/{instance.Id}{end}";

    private async Task<bool> CreateTopicAsync(ModelInstance instance, string topic, int count, bool isRunning)
    {
        bool isGood = isRunning && !instance.Topics.ContainsKey(topic);
        string body = $$"""{"id":"{{topic}}","partition":{{count}},"replication":{{count}},"retention_time":24}""";
        if (!await SendAsync(HttpMethod.Post, In(instance, "/topics"), body, isGood))
            return false;
        instance.Topics[topic] = (count, 24);
        return true;
    }

    /// <summary>A failed change is reported in a successful response.</summary>
    private async Task<bool> ChangeTopicAsync(ModelInstance instance, string topic, int partitions, bool isRunning)
    {
        if (partitions < 1)
            return false;
        Response response = await _service.PutAsync(In(instance, "/topics"), $$"""{"topics":[{"id":"{{topic}}","new_partition_numbers":{{partitions}}}]}""");
        bool isGood = isRunning && !instance.Moving.Contains(topic) && instance.Topics.TryGetValue(topic, out (int Partitions, int Hours) known) && partitions > known.Partitions;
        // A move that may have ended by now may or may not have blocked the step.
        if (isRunning && instance.Moving.Contains(topic))
            isGood = response.Status == 204;
        Assert.Equal(isGood ? 204 : isRunning ? 206 : 400, response.Status);
        if (isGood)
            instance.Topics[topic] = (partitions, instance.Topics[topic].Hours);
        return isGood;
    }

    private async Task<bool> RetainAsync(ModelInstance instance, ModelStep step, bool isRunning)
    {
        string[] topics = [.. Items("topic").Where((_, place) => (step.Item >> place & 1) == 1), "nobody"];
        string changes = string.Join(',', topics.Select(topic => $$"""{"id":"{{topic}}","retention_time":{{step.Value + 1}}}"""));
        Response response = await _service.PutAsync(In(instance, "/topics"), $$"""{"topics":[{{changes}}]}""");
        Assert.Equal(isRunning ? 206 : 400, response.Status);
        if (!isRunning)
            return false;
        string[] failed = [.. topics.Where(topic => !instance.Topics.ContainsKey(topic))];
        Assert.Equal(failed, response.Json!["failed_topics"]!.AsArray().Select(static topic => (string)topic!["id"]!));
        foreach (string topic in topics.Except(failed))
            instance.Topics[topic] = (instance.Topics[topic].Partitions, step.Value + 1);
        return failed.Length < topics.Length;
    }

    private async Task<bool> DeleteTopicsAsync(ModelInstance instance, ModelStep step, bool isRunning)
    {
        string[] topics = [.. Items("topic").Where((_, place) => (step.Value >> place & 1) == 1), "__trace", "nobody"];
        Response response = await _service.PostAsync(In(instance, "/topics/delete"), $$"""{"topics":[{{string.Join(',', topics.Select(static topic => $"\"{topic}\""))}}]}""");
        Assert.Equal(isRunning ? 200 : 400, response.Status);
        if (!isRunning)
            return false;
        bool isAny = false;
        foreach (JsonNode? item in response.Json!["topics"]!.AsArray())
        {
            string topic = (string)item!["id"]!;
            bool isDone = (bool)item["success"]!;
            Assert.True(isDone == (topic != "__trace") || instance.Moving.Contains(topic), topic);
            isAny |= isDone && instance.Topics.Remove(topic);
        }
        return isAny;
    }

    private async Task<bool> MoveAsync(ModelInstance instance, string topic, int value, bool isRunning)
    {
        string brokers = string.Join(',', Enumerable.Range(0, Math.Clamp(value, 1, 3)));
        Response response = await _service.PostAsync(
            $"/v2/kafka/{{project_id}}/instances/{instance.Id}/reassign",
            $$"""{"reassignments":[{"topic":"{{topic}}","brokers":[{{brokers}}],"replication_factor":{{Math.Clamp(value, 1, 3)}}}]}""");
        bool isGood = isRunning && instance.Topics.ContainsKey(topic);
        Assert.True(isGood == response.Status < 300 || instance.Moving.Contains(topic), response.Text);
        if (response.Status < 300)
            instance.Moving.Add(topic);
        return response.Status < 300;
    }

    private async Task<bool> CreateGroupAsync(ModelInstance instance, string group, bool isRunning)
    {
        string path = $"/v2/{{project_id}}/kafka/instances/{instance.Id}/group";
        return await SendAsync(HttpMethod.Post, path, $$"""{"group_name":"{{group}}","group_desc":"d"}""", isRunning && !instance.Groups.ContainsKey(group))
            && instance.Groups.TryAdd(group, "d");
    }

    private async Task<bool> DescribeAsync(ModelInstance instance, string group, string description, bool isRunning)
    {
        string path = $"/v2/kafka/{{project_id}}/instances/{instance.Id}/groups/{group}";
        if (!await SendAsync(HttpMethod.Put, path, $$"""{"group_desc":"{{description}}"}""", isRunning && instance.Groups.ContainsKey(group)))
            return false;
        instance.Groups[group] = description;
        return true;
    }

    private bool HasMembers(ModelInstance instance, string group)
        => _service.Emulator.Consumers.Any(consumer => consumer.InstanceId == instance.Id && consumer.ConsumerGroup == group);

    private async Task<bool> DeleteGroupAsync(ModelInstance instance, string group, bool isRunning)
    {
        string path = $"/v2/kafka/{{project_id}}/instances/{instance.Id}/groups/{group}";
        return await SendAsync(HttpMethod.Delete, path, null, isRunning && instance.Groups.ContainsKey(group) && !HasMembers(instance, group))
            && instance.Groups.Remove(group);
    }

    private async Task<bool> DeleteGroupsAsync(ModelInstance instance, bool isRunning)
    {
        string[] groups = [.. Items("group")];
        string[] kept = [.. groups.Where(group => !instance.Groups.ContainsKey(group) || HasMembers(instance, group))];
        Response response = await _service.PostAsync(In(instance, "/groups/batch-delete"), $$"""{"group_ids":[{{string.Join(',', groups.Select(static group => $"\"{group}\""))}}]}""");
        Assert.Equal(isRunning ? 200 : 400, response.Status);
        if (!isRunning)
            return false;
        Assert.Equal(kept, response.Json!["failed_groups"]!.AsArray().Select(static group => (string)group!["group_id"]!));
        int known = instance.Groups.Count;
        foreach (string group in groups.Except(kept))
            instance.Groups.Remove(group);
        return instance.Groups.Count < known;
    }

    private async Task<bool> ResetAsync(ModelInstance instance, string group, string topic, int value, bool isRunning)
    {
        string path = $"/v2/kafka/{{project_id}}/instances/{instance.Id}/groups/{group}/reset-message-offset";
        bool isGood = isRunning && instance.Groups.ContainsKey(group) && instance.Topics.ContainsKey(topic) && !HasMembers(instance, group);
        return await SendAsync(HttpMethod.Put, path, $$"""{"topic":"{{topic}}","partition":-1,"message_offset":{{value}}}""", isGood);
    }

    private bool StartConsumer(ModelInstance instance, string group, string topic, int value)
    {
        if (!instance.Topics.ContainsKey(topic))
            return false;
        _service.Emulator.Consumers.Start(instance.Id, group, [topic], messagesPerSecond: value, fromBeginning: value % 2 == 0);
        instance.Groups.TryAdd(group, "");
        return true;
    }

    private async Task<bool> CreateUserAsync(ModelInstance instance, string user, bool isRunning)
        => await SendAsync(HttpMethod.Post, In(instance, "/users"), $$"""{"user_name":"{{user}}","user_passwd":"Secret-Word-1"}""", isRunning && !instance.Users.Contains(user))
            && instance.Users.Add(user);

    private async Task<bool> DeleteUsersAsync(ModelInstance instance, ModelStep step, bool isRunning)
    {
        string[] users = [$"user-{step.Item}", step.Value == 0 ? ModelInstance.DefaultUser : $"user-{step.Value % 4}"];
        bool isGood = isRunning && step.Value > 0 && users.All(instance.Users.Contains);
        if (!await SendAsync(HttpMethod.Put, In(instance, "/users"), $$"""{"action":"delete","users":["{{users[0]}}","{{users[1]}}"]}""", isGood))
            return false;
        instance.Users.ExceptWith(users);
        return true;
    }

    /// <summary>The model does not know whether another change is in progress.</summary>
    private async Task<bool> PermitAsync(ModelInstance instance, string topic, string user, int value, bool isRunning)
    {
        string access = (value % 3) switch { 0 => "all", 1 => "pub", _ => "sub" };
        Response response = await _service.PostAsync(
            $"/v1/{{project_id}}/instances/{instance.Id}/topics/accesspolicy",
            $$"""{"topics":[{"name":"{{topic}}","policies":[{"user_name":"{{user}}","access_policy":"{{access}}"}]}]}""");
        Assert.True(response.Status >= 400 || (isRunning && instance.Topics.ContainsKey(topic) && instance.Users.Contains(user)), response.Text);
        return response.Status < 300;
    }

    /// <summary>Always accepted; a task reports whether it succeeded.</summary>
    private async Task<bool> ChangeQuotaAsync(ModelInstance instance, ModelStep step, string user, bool isRunning)
    {
        string path = $"/v2/kafka/{{project_id}}/instances/{instance.Id}/kafka-user-client-quota";
        HttpMethod method = step.Kind == StepKind.CreateQuota ? HttpMethod.Post : step.Kind == StepKind.UpdateQuota ? HttpMethod.Put : HttpMethod.Delete;
        string rate = step.Kind == StepKind.DeleteQuota ? "" : $",\"producer-byte-rate\":{step.Value + 1}";
        if (!await SendAsync(method, path, $$"""{"user":"{{user}}"{{rate}}}""", isRunning))
            return false;
        if (step.Kind == StepKind.DeleteQuota)
            instance.Quotas.Remove(user);
        else if (instance.Quotas.ContainsKey(user) == (step.Kind == StepKind.UpdateQuota))
            instance.Quotas[user] = step.Value + 1;
        return true;
    }

    private async Task<bool> DeleteTaskAsync(ModelInstance instance)
    {
        JsonNode? list = (await _service.GetAsync(In(instance, "/tasks?limit=1"))).Json;
        return list?["tasks"] is JsonArray { Count: > 0 } tasks
            && await SendAsync(HttpMethod.Delete, In(instance, "/tasks/" + tasks[0]!["id"]), null, (string?)tasks[0]!["status"] != "EXECUTING");
    }

    /// <summary>Compares a running instance with its model, and checks its consistency.</summary>
    private async Task CompareAsync(ModelInstance instance, bool isQuiet, bool isThorough)
    {
        if (isThorough)
            await Consistency.CheckAsync(_service, instance.Id);
        JsonNode shown = (await _service.GetAsync(In(instance, ""))).Ok();
        Assert.Equal((instance.Name, instance.Brokers, instance.StorageGB), ((string)shown["name"]!, (int)shown["broker_num"]!, (int)shown["total_storage_space"]!));
        Assert.Equal(instance.Tags.Select(static tag => (tag.Key, tag.Value)).Order(), shown["tags"]!.AsArray().Select(static tag => ((string)tag!["key"]!, (string)tag["value"]!)).Order());
        JsonArray topics = (await _service.GetAsync(In(instance, "/topics?limit=200"))).Ok()["topics"]!.AsArray();
        Assert.Equal(
            instance.Topics.Select(static topic => (topic.Key, topic.Value.Partitions, topic.Value.Hours)).Order(),
            topics.Where(static topic => (int)topic!["topic_type"]! == 0).Select(static topic => ((string)topic!["name"]!, (int)topic["partition"]!, (int)topic["retention_time"]!)).Order());
        JsonArray groups = (await _service.GetAsync(In(instance, "/groups?limit=50"))).Ok()["groups"]!.AsArray();
        Assert.Equal(
            instance.Groups.Select(static group => (group.Key, group.Value)).Order(),
            groups.Select(static group => ((string)group!["group_id"]!, (string?)group["group_desc"] ?? "")).Order());
        JsonArray users = (await _service.GetAsync(In(instance, "/users"))).Ok()["users"]!.AsArray();
        Assert.Equal(instance.Users.Order(), users.Select(static user => (string)user!["user_name"]!).Order());
        JsonArray quotas = (await _service.GetAsync($"/v2/kafka/{{project_id}}/instances/{instance.Id}/kafka-user-client-quota")).Ok()["quotas"]!.AsArray();
        Assert.Equal(
            instance.Quotas.Select(static quota => (quota.Key, quota.Value)).Order(),
            quotas.Select(static quota => ((string)quota!["user"]!, (long)quota["producer-byte-rate"]!)).Order());
        if (!isQuiet)
            return;
        instance.Moving.Clear();
        JsonArray tasks = (await _service.GetAsync(In(instance, "/tasks?limit=100"))).Ok()["tasks"]!.AsArray();
        Assert.All(tasks, static task => Assert.Contains((string)task!["status"]!, new[] { "SUCCESS", "FAILED" }));
    }
}
