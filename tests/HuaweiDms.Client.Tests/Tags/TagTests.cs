using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Tags;

/// <summary>Tags on the wire and with the emulated service (5.10).</summary>
public sealed class TagTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tags_are_set_changed_and_removed()
    {
        using EmulatedClient client = new();
        TagsApi tags = client.Client.Tags;
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        await tags.AddAsync(id, new Dictionary<string, string> { ["env"] = "production", ["x y"] = "" }, Stop);
        Assert.Equal($"/v2/{client.Emulator.ProjectId}/kafka/{id}/tags/action", client.Last.Target);
        Assert.Equal("""{"action":"create","tags":[{"key":"env","value":"production"},{"key":"x y","value":""}]}""", client.Last.Body);
        Assert.Equal(["env=production", "team=platform", "x y="], (await tags.ListAsync(id, Stop)).Select(tag => tag.ToString()));
        Assert.Equal("production", (await client.Client.Instances.GetAsync(id, Stop)).Tags!["env"]);

        await tags.RemoveAsync(id, ["env", "x y"], Stop);
        Assert.Equal("""{"action":"delete","tags":[{"key":"env"},{"key":"x y"}]}""", client.Last.Body);
        InstanceTag left = Assert.Single(await tags.ListAsync(id, Stop));
        Assert.Equal(("team", "platform", id, "test"), (left.Key, left.Value, left.InstanceId, left.Context));
    }

    [Fact]
    public async Task The_project_lists_every_key_with_its_values()
    {
        using EmulatedClient client = new();

        IReadOnlyList<ProjectTag> tags = await client.Client.Tags.ListOfProjectAsync(Stop);

        Assert.Equal(["env=prod, staging, test, dev", "team=platform, orders, payments"], tags.Select(tag => tag.ToString()));
        Assert.All(tags, tag => Assert.Equal("test", tag.Context));
    }

    [Fact]
    public async Task A_key_without_values_is_listed()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json("""{"tags":[{"key":"env"},null,{"key":"team","values":["a"],"count":3}]}"""));

        IReadOnlyList<ProjectTag> tags = await client.RunAsync(it => it.Tags.ListOfProjectAsync(Stop));

        Assert.Equal(["env=", "team=a"], tags.Select(tag => tag.ToString()));
        Assert.Equal(3L, Convert.ToInt64(tags[1].AdditionalProperties!["count"], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_response_without_a_list_is_an_error()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json("{}"));

        Assert.Equal(DmsErrorKind.UnreadableResponse, (await client.FailAsync(it => it.Tags.ListAsync("i-1", Stop))).Kind);
        Assert.Equal(DmsErrorKind.UnreadableResponse, (await client.FailAsync(it => it.Tags.ListOfProjectAsync(Stop))).Kind);
    }
}
