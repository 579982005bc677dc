using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Model;

/// <summary>
/// Applies steps to a service and to a model of it, and compares them. The model knows the contents; timing is taken from the
/// service, by the status of an instance.
/// </summary>
internal sealed partial class ModelRun : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
    private readonly List<ModelInstance> _instances = [];
    private TestService _service;

    private ModelRun() => _service = Open();

    /// <summary>Starts with two instances in use, to which most steps apply.</summary>
    public static async Task<ModelRun> BeginAsync()
    {
        ModelRun run = new();
        await run.TakeAsync(new(StepKind.CreateInstance, 0, 0, 0));
        await run.TakeAsync(new(StepKind.CreateInstance, 1, 0, 0));
        await run.TakeAsync(new(StepKind.WaitLong, 0, 0, 0));
        foreach (StepKind kind in new[] { StepKind.CreateTopic, StepKind.Produce, StepKind.Produce, StepKind.CreateGroup, StepKind.ResetOffsets, StepKind.CreateUser, StepKind.Permit })
        {
            await run.TakeAsync(new(kind, 0, 0, 4));
            await run.TakeAsync(new(kind, 1, 0, 4));
        }
        return run;
    }

    public void Dispose()
    {
        _service.Dispose();
        File.Delete(_path);
    }

    /// <summary>Applies a step. A rejected step must change nothing; an accepted one must have the same effect as in the model.</summary>
    public async Task TakeAsync(ModelStep step)
    {
        // Reading brings everything up to date.
        await _service.ListAsync();
        byte[] before = _service.Emulator.Serialize();
        bool isDone = await DoAsync(step);
        if (!isDone)
            Assert.Equal(before, _service.Emulator.Serialize());
        await CompareAsync(step);
    }

    private TestService Open() => new(options => (options.Path, options.Empty) = (_path, true));

    private async Task<bool> DoAsync(ModelStep step) => step.Kind switch
    {
        StepKind.CreateInstance => await CreateInstanceAsync(NameOf(step.Slot)),
        StepKind.RestartInstances => await BatchAsync("restart", step),
        StepKind.DeleteInstances => await BatchAsync("delete", step),
        StepKind.Wait => Wait(TimeSpan.FromMilliseconds(step.Value * 40)),
        StepKind.WaitLong => Wait(TimeSpan.FromHours(1)),
        StepKind.SaveAndLoad => await SaveAndLoadAsync(),
        _ => _instances.Count > 0 && await DoAsync(step, _instances[step.Slot % _instances.Count]),
    };

    private async Task<bool> DoAsync(ModelStep step, ModelInstance instance)
    {
        string status = await _service.StatusOfAsync(instance.Id) ?? "";
        bool isRunning = status == "RUNNING";
        return step.Kind switch
        {
            StepKind.RenameInstance => await RenameAsync(instance, NameOf(step.Value), isRunning),
            StepKind.DeleteInstance => await DeleteAsync(instance, status),
            StepKind.ExtendStorage => await ExtendAsync(instance, instance.Brokers, instance.StorageGB + (instance.Brokers * 100), "storage", isRunning),
            StepKind.AddBrokers => await ExtendAsync(instance, instance.Brokers + 1, instance.StorageGB / instance.Brokers * (instance.Brokers + 1), "horizontal", isRunning && instance.Brokers < 30),
            StepKind.SetTags or StepKind.DeleteTags => await TagAsync(instance, step, status),
            _ => await DoInsideAsync(step, instance, isRunning),
        };
    }

    private static string NameOf(int number) => $"kafka-{number % 4}";

    private async Task<bool> SendAsync(HttpMethod method, string path, string? body, bool isExpected)
    {
        Response response = await _service.SendAsync(method, path, body);
        Assert.True(isExpected == response.Status < 300, $"{method} {path} {body} was {(isExpected ? "refused" : "accepted")}: {response.Status} {response.Text}");
        return isExpected;
    }

    private async Task<bool> CreateInstanceAsync(string name)
    {
        bool isNew = !_instances.Exists(other => other.Name == name && !other.IsDeleted);
        Response response = await _service.PostAsync(
            "/v2/kafka/{project_id}/instances",
            TestService.Order(name, $",\"ssl_enable\":true,\"access_user\":\"{ModelInstance.DefaultUser}\",\"password\":\"Secret-Word-1\"").Replace(":300,", ":900,", StringComparison.Ordinal));
        Assert.True(isNew == response.Status < 300, response.Text);
        if (isNew)
            _instances.Add(new() { Id = (string)response.Json!["instance_id"]!, Name = name });
        return isNew;
    }

    private async Task<bool> RenameAsync(ModelInstance instance, string name, bool isRunning)
    {
        bool isFree = name == instance.Name || !_instances.Exists(other => other.Name == name && !other.IsDeleted);
        if (!await SendAsync(HttpMethod.Put, "/v2/{project_id}/instances/" + instance.Id, $$"""{"name":"{{name}}"}""", isRunning && isFree))
            return false;
        instance.Name = name;
        return true;
    }

    private async Task<bool> DeleteAsync(ModelInstance instance, string status)
    {
        if (!await SendAsync(HttpMethod.Delete, "/v2/{project_id}/instances/" + instance.Id, null, CanBeDeleted(status)))
            return false;
        instance.IsDeleted = true;
        return true;
    }

    private static bool CanBeDeleted(string status) => status is not ("" or "CREATING" or "RESTARTING");

    private async Task<bool> BatchAsync(string action, ModelStep step)
    {
        List<ModelInstance> chosen = [.. _instances.Where((_, place) => (step.Value >> place & 1) == 1)];
        List<(string Id, string Result)> expected = [(Guid.Empty.ToString(), "failed")];
        foreach (ModelInstance instance in chosen)
        {
            string status = await _service.StatusOfAsync(instance.Id) ?? "";
            bool isDone = action == "delete" ? CanBeDeleted(status) : status == "RUNNING";
            instance.IsDeleted |= isDone && action == "delete";
            expected.Add((instance.Id, isDone ? "success" : "failed"));
        }
        JsonNode response = (await _service.PostAsync(
            "/v2/{project_id}/instances/action", $$"""{"action":"{{action}}","instances":[{{string.Join(',', expected.Select(static item => $"\"{item.Id}\""))}}]}""")).Ok();
        Assert.Equal(expected, response["results"]!.AsArray().Select(static item => ((string)item!["instance"]!, (string)item["result"]!)));
        return expected.Exists(static item => item.Result == "success");
    }

    private async Task<bool> ExtendAsync(ModelInstance instance, int brokers, int storage, string kind, bool isExpected)
    {
        string body = $$"""{"oper_type":"{{kind}}","new_storage_space":{{storage}}{{(kind == "horizontal" ? $",\"new_broker_num\":{brokers}" : "")}}}""";
        if (!await SendAsync(HttpMethod.Post, $"/v2/kafka/{{project_id}}/instances/{instance.Id}/extend", body, isExpected))
            return false;
        (instance.Brokers, instance.StorageGB) = (brokers, storage);
        return true;
    }

    private async Task<bool> TagAsync(ModelInstance instance, ModelStep step, string status)
    {
        string key = $"key-{step.Item}";
        bool isDelete = step.Kind == StepKind.DeleteTags;
        string body = $$"""{"action":"{{(isDelete ? "delete" : "create")}}","tags":[{"key":"{{key}}","value":"{{step.Value}}"}]}""";
        if (!await SendAsync(HttpMethod.Post, $"/v2/{{project_id}}/kafka/{instance.Id}/tags/action", body, status.Length > 0))
            return false;
        if (isDelete)
            instance.Tags.Remove(key);
        else
            instance.Tags[key] = $"{step.Value}";
        return true;
    }

    private bool Wait(TimeSpan time)
    {
        _service.Clock.Advance(time);
        return true;
    }

    private async Task<bool> SaveAndLoadAsync()
    {
        string before = await PictureAsync();
        DateTimeOffset now = _service.Clock.UtcNow;
        _service.Dispose();
        _service = Open();
        _service.Clock.Advance(now - _service.Clock.UtcNow);
        Assert.Equal(before, await PictureAsync());
        return true;
    }

    /// <summary>All lists and details, as text.</summary>
    private async Task<string> PictureAsync()
    {
        List<string> paths = ["/v2/{project_id}/instances?engine=kafka&include_failure=true", "/v2/{project_id}/kafka/tags"];
        foreach (string id in _instances.Select(static instance => instance.Id))
        {
            paths.AddRange(new[] { "", "/topics", "/groups", "/users", "/tasks?limit=100", "/configs", "/management/coordinators", "/management/cluster", "/topics/diskusage?minSize=1K" }
                .Select(end => $"/v2/{{project_id}}/instances/{id}{end}"));
            paths.Add($"/v2/kafka/{{project_id}}/instances/{id}/kafka-user-client-quota");
            paths.AddRange(Items("topic").Select(topic => $"/v2/{{project_id}}/kafka/instances/{id}/topics/{topic}/partitions"));
            paths.AddRange(Items("topic").Select(topic => $"/v2/{{project_id}}/instances/{id}/management/topics/{topic}/messages"));
            paths.AddRange(Items("topic").Select(topic => $"/v1/{{project_id}}/instances/{id}/topics/{topic}/accesspolicy"));
            paths.AddRange(Items("group").Select(group => $"/v2/{{project_id}}/instances/{id}/management/groups/{group}"));
        }
        List<string> texts = [];
        foreach (string path in paths)
        {
            Response response = await _service.GetAsync(path);
            // Each error has a different request id.
            texts.Add($"{path}: {response.Status} {(response.Status < 300 ? response.Text : response.ErrorCode)}");
        }
        return string.Join('\n', texts);
    }

    private static IEnumerable<string> Items(string kind) => Enumerable.Range(0, 4).Select(number => $"{kind}-{number}");

    private async Task CompareAsync(ModelStep step)
    {
        JsonArray list = await _service.ListAsync();
        Assert.Equal(
            _instances.Where(static instance => !instance.IsDeleted).Select(static instance => (instance.Id, instance.Name)).Order(),
            list.Select(static instance => ((string)instance!["instance_id"]!, (string)instance["name"]!)).Order());
        foreach (ModelInstance instance in _instances.ToArray())
        {
            string? status = await _service.StatusOfAsync(instance.Id);
            Assert.True(status is not null || instance.IsDeleted, $"{instance.Name} disappeared without being deleted.");
            if (step.Kind == StepKind.WaitLong)
                Assert.Equal(instance.IsDeleted ? null : "RUNNING", status);
            if (status is null)
                _instances.Remove(instance);
            else if (status == "RUNNING" && (step.Kind is StepKind.SaveAndLoad or StepKind.WaitLong || _instances[step.Slot % _instances.Count] == instance))
                await CompareAsync(instance, step.Kind == StepKind.WaitLong, isThorough: step.Kind == StepKind.SaveAndLoad || step.Value % 3 == 0);
        }
    }
}
