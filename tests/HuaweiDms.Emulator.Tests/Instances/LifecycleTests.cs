using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Tests.Instances;

public sealed class LifecycleTests
{
    [Fact]
    public async Task Restart_takes_two_seconds_at_the_default_speed()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-dev");

        (await service.PostAsync("/v2/{project_id}/instances/action", TestService.Batch("restart", id))).Ok();

        Assert.Equal("RESTARTING", await service.StatusOfAsync(id));
        service.Clock.Advance(TimeSpan.FromSeconds(1.999));
        Assert.Equal("RESTARTING", await service.StatusOfAsync(id));
        service.Clock.Advance(TimeSpan.FromSeconds(0.001));
        Assert.Equal("RUNNING", await service.StatusOfAsync(id));
    }

    [Fact]
    public async Task Speed_divides_the_usual_durations()
    {
        using TestService service = new(options => options.Speed = 1);
        string id = await service.IdOfAsync("kafka-dev");

        (await service.PostAsync("/v2/{project_id}/instances/action", TestService.Batch("restart", id))).Ok();

        service.Clock.Advance(TimeSpan.FromSeconds(179));
        Assert.Equal("RESTARTING", await service.StatusOfAsync(id));
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("RUNNING", await service.StatusOfAsync(id));
    }

    [Fact]
    public async Task Deleted_instance_disappears_from_the_list_first_and_from_the_detail_later()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-dev");

        (await service.DeleteAsync("/v2/{project_id}/instances/" + id)).NoContent();

        Assert.Empty(await service.ListAsync("&name=kafka-dev&include_failure=true"));
        Assert.Equal("DELETING", await service.StatusOfAsync(id));
        (await service.DeleteAsync("/v2/{project_id}/instances/" + id)).NoContent();
        service.Clock.Advance(TimeSpan.FromSeconds(2));
        (await service.GetAsync("/v2/{project_id}/instances/" + id)).Rejected(404, "DMS.00404022");
        (await service.DeleteAsync("/v2/{project_id}/instances/" + id)).Rejected(404, "DMS.00404022");
    }

    [Fact]
    public async Task Instance_being_created_or_restarted_cannot_be_deleted_or_changed()
    {
        using TestService service = new();
        string id = await service.CreateAsync("kafka-new");

        (await service.DeleteAsync("/v2/{project_id}/instances/" + id)).Rejected(400, "DMS.00400099");
        (await service.PutAsync("/v2/{project_id}/instances/" + id, """{"name":"kafka-other"}""")).Rejected(400, "DMS.00400026");
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        (await service.PostAsync("/v2/{project_id}/instances/action", TestService.Batch("restart", id))).Ok();

        Response refusal = await service.DeleteAsync("/v2/{project_id}/instances/" + id);
        refusal.Rejected(400, "DMS.00400099");
        Assert.Contains(id, refusal.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Frozen_instance_can_only_be_deleted()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-legacy");

        (await service.PutAsync("/v2/{project_id}/instances/" + id, """{"name":"kafka-other"}""")).Rejected(400, "DMS.00400026");
        service.Clock.Advance(TimeSpan.FromDays(1000));
        Assert.Equal("FROZEN", await service.StatusOfAsync(id));
        (await service.DeleteAsync("/v2/{project_id}/instances/" + id)).NoContent();
    }

    [Fact]
    public async Task Failed_creation_disappears_immediately_on_deletion()
    {
        using TestService service = new();
        string id = await service.IdOfAsync("kafka-poc-01");

        (await service.DeleteAsync("/v2/{project_id}/instances/" + id)).NoContent();

        (await service.GetAsync("/v2/{project_id}/instances/" + id)).Rejected(404, "DMS.00404022");
    }

    [Fact]
    public void Clock_jump_passes_through_all_states()
    {
        DateTimeOffset start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Lifecycle lifecycle = new Lifecycle().Enter("A").Then("B", start.AddSeconds(1)).Then("C", start.AddSeconds(2));

        lifecycle.AdvanceTo(start);
        Assert.Equal("A", lifecycle.Status);
        lifecycle.AdvanceTo(start.AddYears(1));
        Assert.Equal("C", lifecycle.Status);
        Assert.Empty(lifecycle.Pending);
        lifecycle.AdvanceTo(start);
        Assert.Equal("C", lifecycle.Status);
    }
}
