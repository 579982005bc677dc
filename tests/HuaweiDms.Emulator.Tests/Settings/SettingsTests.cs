using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Settings;

public sealed class SettingsTests
{
    private const string Plain = "kafka-dev";

    [Theory]
    [InlineData("""{"kafka_configs":[{"name":"log.retention.hours","value":"169"}]}""", "DMS.00400063")]
    [InlineData("""{"kafka_configs":[{"name":"min.insync.replicas","value":"2"},{"name":"unknown","value":"1"}]}""", "DMS.00400063")]
    [InlineData("""{"kafka_configs":[{"name":"auto.create.groups.enable","value":"yes"}]}""", "DMS.00400063")]
    [InlineData("""{"kafka_configs":[]}""", "DMS.00400085")]
    [InlineData("""{"kafka_configs":[{"name":"num.partitions","value":5}]}""", "DMS.00400085")]
    [InlineData("", "DMS.00400004")]
    public async Task Invalid_setting_is_rejected_and_changes_nothing(string body, string code)
    {
        using TestService service = new();
        string path = service.Path($"/v2/{{project_id}}/instances/{await service.IdOfAsync(Plain)}/configs");
        string before = (await service.GetAsync(path)).Text;

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Put, path, body)).Rejected(400, code);

        Assert.Equal(before, (await service.GetAsync(path)).Text);
    }

    [Fact]
    public async Task Settings_are_kept_in_the_state_file()
    {
        string file = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".json");
        try
        {
            string path;
            using (TestService service = new(options => options.Path = file))
            {
                path = $"/v2/{{project_id}}/instances/{await service.IdOfAsync(Plain)}/configs";
                (await service.PutAsync(path, """{"kafka_configs":[{"name":"num.partitions","value":"5"}]}""")).Ok();
            }

            using TestService again = new(options => options.Path = file);
            JsonArray configs = (await again.GetAsync(path)).Ok()["kafka_configs"]!.AsArray();
            Assert.Equal("5", (string?)configs.Single(config => (string?)config!["name"] == "num.partitions")!["value"]);
            Assert.Single(again.Emulator.InstancesAwaitingRestart);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Static_setting_is_listed_immediately_and_effective_after_a_restart()
    {
        using TestService service = new();
        string id = await service.IdOfAsync(Plain);
        string path = $"/v2/{{project_id}}/instances/{id}/";
        async Task<int> PartitionsOfNewTopicAsync(string topic)
        {
            (await service.PostAsync($"{path}messages/action?action_id=send", $$"""{"topic":"{{topic}}","body":"x","property_list":[]}""")).Ok();
            return (int)(await service.GetAsync(path.Replace("/instances/", "/kafka/instances/", StringComparison.Ordinal) + $"topics/{topic}/partitions")).Ok()["total"]!;
        }

        (await service.PutAsync(path + "configs", """{"kafka_configs":[{"name":"num.partitions","value":"5"}]}""")).Ok();

        JsonArray configs = (await service.GetAsync(path + "configs")).Ok()["kafka_configs"]!.AsArray();
        Assert.Equal("5", (string?)configs.Single(config => (string?)config!["name"] == "num.partitions")!["value"]);
        Assert.Equal(3, await PartitionsOfNewTopicAsync("before"));
        await service.PostAsync("/v2/{project_id}/instances/action", TestService.Batch("restart", id));
        service.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(5, await PartitionsOfNewTopicAsync("after"));
        Assert.Empty(service.Emulator.InstancesAwaitingRestart);
    }

    [Fact]
    public async Task Upgrade_returns_the_bare_task_id_and_is_rejected_a_second_time()
    {
        using TestService service = new();
        string id = await service.IdOfAsync(Plain);
        string path = $"/v2/{{project_id}}/kafka/instances/{id}/upgrade";

        Response started = await service.PostAsync(path, "{}");

        Assert.True(Guid.TryParse(started.Text, out _));
        Assert.Equal("UPGRADING", await service.StatusOfAsync(id));
        (await service.PostAsync(path, "{}")).Rejected(400, "DMS.00400052");
        service.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("RUNNING", await service.StatusOfAsync(id));
        (await service.PostAsync(path, "{}")).Rejected(400, "DMS.00400053");
    }

    [Fact]
    public async Task Scheduled_upgrade_starts_on_time_despite_a_restart()
    {
        using TestService service = new();
        string id = await service.IdOfAsync(Plain);
        DateTimeOffset at = service.Clock.UtcNow.AddHours(1);
        string schedule = $$"""{"is_schedule":true,"execute_at":{{at.ToUnixTimeMilliseconds()}}}""";
        (await service.PostAsync($"/v2/{{project_id}}/kafka/instances/{id}/upgrade", schedule)).Ok();

        await service.PostAsync("/v2/{project_id}/instances/action", TestService.Batch("restart", id));
        service.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("RUNNING", await service.StatusOfAsync(id));
        service.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("UPGRADING", await service.StatusOfAsync(id));
        service.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("RUNNING", await service.StatusOfAsync(id));
    }

    [Fact]
    public async Task Scheduled_upgrade_does_not_restore_a_deleted_instance()
    {
        using TestService service = new();
        string id = await service.IdOfAsync(Plain);
        string schedule = $$"""{"is_schedule":true,"execute_at":{{service.Clock.UtcNow.AddSeconds(1).ToUnixTimeMilliseconds()}}}""";
        (await service.PostAsync($"/v2/{{project_id}}/kafka/instances/{id}/upgrade", schedule)).Ok();

        (await service.DeleteAsync("/v2/{project_id}/instances/" + id)).NoContent();
        service.Clock.Advance(TimeSpan.FromHours(1));

        (await service.GetAsync("/v2/{project_id}/instances/" + id)).Rejected(404, "DMS.00404022");
    }

    [Fact]
    public async Task Upgrade_can_be_scheduled_for_the_latest_time()
    {
        using TestService service = new();
        string path = "/v2/{project_id}/instances/" + await service.IdOfAsync(Plain);

        Response started = await service.PostAsync(
            path.Replace("/instances/", "/kafka/instances/", StringComparison.Ordinal) + "/upgrade", """{"is_schedule":true,"execute_at":253402300799999}""");

        Assert.Equal("CREATED", (string?)(await service.GetAsync($"{path}/tasks/{started.Text}")).Ok()["tasks"]![0]!["status"]);
    }

    [Theory]
    [InlineData("""{"is_schedule":true}""", "DMS.00400085")]
    [InlineData("""{"is_schedule":true,"execute_at":1000}""", "DMS.00400142")]
    [InlineData("""{"is_schedule":true,"execute_at":-62135596800001}""", "DMS.00400142")]
    [InlineData("""{"is_schedule":true,"execute_at":253402300800000}""", "DMS.00400142")]
    public async Task Schedule_without_a_future_time_is_rejected(string body, string code)
    {
        using TestService service = new();

        (await service.PostAsync($"/v2/{{project_id}}/kafka/instances/{await service.IdOfAsync(Plain)}/upgrade", body)).Rejected(400, code);
    }

    [Theory]
    [InlineData("kafka-prod", "weak", "DMS.00400012")]
    [InlineData("kafka-prod", "app-user", "DMS.00400012")]
    [InlineData("kafka-dev", "Good-Pass-1", "DMS.00400971")]
    [InlineData("kafka-legacy", "Good-Pass-1", "DMS.00400026")]
    public async Task Password_is_rejected_if_weak_or_SASL_was_never_enabled(string name, string password, string code)
    {
        using TestService service = new();
        string path = service.Path($"/v2/{{project_id}}/instances/{await service.IdOfAsync(name)}/password");

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, path, $$"""{"new_password":"{{password}}"}""")).Rejected(400, code);
    }

    [Theory]
    [InlineData("kafka-dev", """{"protocol":"private_sasl_ssl_enable","enable":true}""", "DMS.00400085")]
    [InlineData("kafka-dev", """{"protocol":"private_sasl_ssl_enable","enable":true,"user_name":"app-user","pass_word":"weak"}""", "DMS.00400012")]
    [InlineData("kafka-dev", """{"protocol":"private_plain_enable","enable":false}""", "DMS.00400085")]
    [InlineData("kafka-dev", """{"protocol":"public_plain_enable","enable":true}""", "DMS.00400128")]
    [InlineData("kafka-dev", """{"protocol":"private","enable":true}""", "DMS.00400085")]
    [InlineData("kafka-prod", """{"protocol":"private_sasl_plaintext_enable","enable":true}""", "DMS.00400085")]
    [InlineData("kafka-prod", """{"protocol":"private_sasl_ssl_enable","enable":false}""", "DMS.00400085")]
    [InlineData("kafka-legacy", """{"protocol":"private_plain_enable","enable":true}""", "DMS.00400026")]
    public async Task Invalid_access_mode_is_rejected(string name, string body, string code)
    {
        using TestService service = new();
        string path = service.Path($"/v2/{{project_id}}/kafka/instances/{await service.IdOfAsync(name)}/plain-ssl-switch");

        (await service.ConnectUnchecked().AskAsync(HttpMethod.Post, path, body)).Rejected(400, code);
    }

    [Fact]
    public async Task Cross_VPC_addresses_must_be_complete()
    {
        using TestService service = new();
        string path = $"/v2/{{project_id}}/instances/{await service.IdOfAsync(Plain)}/crossvpc/modify";

        (await service.PostAsync(path, """{"advertised_ip_contents":{"192.168.0.36":"10.0.0.1"}}""")).Rejected(400, "DMS.00400085");
    }
}
