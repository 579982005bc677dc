using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Users;

/// <summary>Users of instances on the wire and with the emulated service (5.7.1 to 5.7.5).</summary>
public sealed class UserTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Users_are_created_listed_changed_and_deleted()
    {
        using EmulatedClient client = new();
        UsersApi users = client.Client.Users;
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        string path = $"/v2/{client.Emulator.ProjectId}/instances/{id}/users";
        using Secret password = Secret.From("Good-Pass1");

        await users.CreateAsync(id, "audit-reader", password, "Audit", Stop);
        Assert.Equal(("POST", path), (client.Last.Method, client.Last.Target));
        Assert.Equal("""{"user_name":"audit-reader","user_desc":"Audit","user_passwd":"Good-Pass1"}""", client.Last.Body);

        InstanceUser? made = await users.FindAsync(id, "audit-reader", Stop);
        Assert.Equal(("GET", path), (client.Last.Method, client.Last.Target));
        Assert.Equal(("audit-reader", "audit-reader", "Audit", "guest", false, id, "test"), (made!.UserName, made.Name, made.Description, made.Role, made.DefaultApp, made.InstanceId, made.Context));
        Assert.Equal(client.Clock.UtcNow.ToUnixTimeMilliseconds(), made.CreatedAt!.Value.ToUnixTimeMilliseconds());
        Assert.Null(await users.FindAsync(id, "Audit-Reader", Stop));

        await users.UpdateAsync(id, "audit-reader", "", Stop);
        Assert.Equal(("PUT", $"/v2/kafka/{client.Emulator.ProjectId}/instances/{id}/users/audit-reader"), (client.Last.Method, client.Last.Target));
        Assert.Equal("""{"user_name":"audit-reader","user_desc":""}""", client.Last.Body);
        Assert.Null((await users.FindAsync(id, "audit-reader", Stop))!.Description);

        await users.ResetPasswordAsync(id, "audit-reader", password, Stop);
        Assert.Equal(("PUT", path + "/audit-reader"), (client.Last.Method, client.Last.Target));
        Assert.Equal("""{"new_password":"Good-Pass1"}""", client.Last.Body);

        await users.DeleteAsync(id, ["audit-reader", "reporting"], Stop);
        Assert.Equal(("PUT", path), (client.Last.Method, client.Last.Target));
        Assert.Equal("""{"action":"delete","users":["audit-reader","reporting"]}""", client.Last.Body);
        Assert.Equal(["app-user", "orders-writer", "billing"], (await users.List(id).ToListAsync(Stop)).Select(user => user.UserName));
    }

    [Fact]
    public async Task A_part_of_the_list_is_taken_from_the_single_response()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        int before = client.Recorder.Sent.Count;

        Assert.Equal(["orders-writer", "billing"], (await client.Client.Users.List(id, new(1, 2)).ToListAsync(Stop)).Select(user => user.ToString()));
        Assert.Equal(before + 1, client.Recorder.Sent.Count);
    }

    [Fact]
    public async Task A_creation_whose_response_is_lost_is_not_sent_again()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.ConnectionReset);
        using Secret password = Secret.From("Good-Pass1");

        DmsException error = await client.FailAsync(it => it.Users.CreateAsync("i-1", "somebody", password, cancellationToken: Stop));

        Assert.Equal(DmsErrorKind.OutcomeUnknown, error.Kind);
        Assert.Single(client.Sent);
        Assert.DoesNotContain("Good-Pass1", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unusual_responses_are_read_as_far_as_possible()
    {
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(
            """{"users":[null,{"role":"guest"},{"user_name":"a","user_desc":null,"default_app":"true","created_time":"1615431764734","newer":1}]}"""));

        InstanceUser user = Assert.Single(await client.RunAsync(async it => await it.Users.List("i-1").ToListAsync(Stop)));

        Assert.Equal(("a", null, null, true), (user.UserName, user.Description, user.Role, user.DefaultApp));
        Assert.Equal(1615431764734, user.CreatedAt!.Value.ToUnixTimeMilliseconds());
        Assert.Equal(1L, user.AdditionalProperties!["newer"]);
    }
}
