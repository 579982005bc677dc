using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Topics;

/// <summary>Access policies of topics (5.7.6, 5.7.7).</summary>
public sealed class AccessPolicyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_are_replaced_in_the_background()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        TopicAccessList list = new() { Topic = "clicks", Policies = [new() { UserName = "app-user", Access = TopicAccess.Subscribe }] };

        Assert.True(Assert.Single(await client.Client.AccessPolicies.SetAsync(id, [list], Stop)).Succeeded);
        Assert.Equal($"/v1/{client.Emulator.ProjectId}/instances/{id}/topics/accesspolicy", client.Last.Target);
        Assert.Equal("""{"topics":[{"name":"clicks","policies":[{"user_name":"app-user","access_policy":"sub"}]}]}""", client.Last.Body);
        Assert.Equal(AccessPoliciesApi.TaskName, (await client.Client.Instances.GetAsync(id, Stop)).TaskName);
        client.Advance(TimeSpan.FromSeconds(10));

        TopicAccessPolicy policy = Assert.Single(await client.Client.AccessPolicies.ListAsync(id, "clicks", Stop));
        Assert.Equal(("clicks", id, "app-user", "Subscribe", false), (policy.Topic, policy.InstanceId, policy.UserName, policy.Access, policy.IsOwner));
        Assert.Equal(0, policy.TopicType);
        Assert.Null((await client.Client.Instances.GetAsync(id, Stop)).TaskName);
    }

    [Fact]
    public async Task Clearing_an_empty_list_succeeds()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;

        Assert.True(Assert.Single(await client.Client.AccessPolicies.SetAsync(id, [new() { Topic = "clicks", Policies = [] }], Stop)).Succeeded);
        DmsException error = await Assert.ThrowsAsync<DmsException>(() => client.Client.AccessPolicies.SetAsync(
            id, [new() { Topic = "clicks", Policies = [] }, new() { Topic = "orders", Policies = [new() { UserName = "app-user", Access = "All" }] }], Stop));
        Assert.Equal(DmsErrorKind.InvalidArgument, error.Kind);
    }

    [Fact]
    public async Task With_several_lists_an_empty_one_makes_the_request_fail()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        TopicAccessList full = new() { Topic = "orders", Policies = [] };
        Assert.NotEmpty(await client.Client.AccessPolicies.ListAsync(id, full.Topic, Stop));

        await Assert.ThrowsAsync<DmsException>(() => client.Client.AccessPolicies.SetAsync(id, [full, new() { Topic = "clicks", Policies = [] }], Stop));
        Assert.NotEmpty(await client.Client.AccessPolicies.ListAsync(id, full.Topic, Stop));
    }

    [Fact]
    public async Task An_unknown_permission_is_kept_and_sent_unchanged()
    {
        using ScriptedClient client = new ScriptedClient().Then(
            Responses.Json("""{"name":"t","policies":[{"owner":"true","user_name":"u","access_policy":"admin"},null]}"""),
            Responses.Json("""{"failed_topics":[{"id":"t","success":false,"error_msg":"No."}]}"""));

        IReadOnlyList<TopicAccessPolicy> policies = await client.RunAsync(it => it.AccessPolicies.ListAsync("i-1", "t", Stop));
        IReadOnlyList<TopicActionResult> results = await client.RunAsync(it => it.AccessPolicies.SetAsync("i-1", [new() { Topic = "t", Policies = policies }], Stop));

        Assert.Equal(("admin", true), (policies[0].Access, policies[0].IsOwner));
        Assert.Contains("\"access_policy\":\"admin\"", client.Sent[1].Body, StringComparison.Ordinal);
        Assert.Equal((false, "No."), (results[0].Succeeded, results[0].Message));
    }
}
