using System.Net;
using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Identity;

/// <summary>Projects and tokens.</summary>
public sealed class IdentityTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Projects_are_listed_and_found_by_name()
    {
        using EmulatedClient client = new();
        IReadOnlyList<Project> all = await client.Client.Identity.ListProjectsAsync(cancellationToken: Stop);
        Assert.Contains(all, project => project.ProjectId == client.Emulator.ProjectId);
        Assert.All(all, project => Assert.Equal("test", project.Context));

        Project found = Assert.Single(await client.Client.Identity.ListProjectsAsync(client.Emulator.Region, Stop));
        Assert.Equal((client.Emulator.ProjectId, client.Emulator.Region, true), (found.ProjectId, found.ToString(), found.Enabled));
        Assert.Equal("iam.test", client.Last.Address.Host);
    }

    [Fact]
    public async Task The_next_link_is_followed_with_its_query_and_to_no_other_host()
    {
        using ScriptedClient client = new ScriptedClient().Then(
            Responses.Json("""{"projects":[{"id":"p1","name":"a"}],"links":{"next":"https://elsewhere.example.com/v3/projects?name=a%20b&page=2&marker=x%2By"}}"""),
            Responses.Json("""{"projects":[{"id":"p2","name":"b"}],"links":{"next":null}}"""));

        IReadOnlyList<Project> projects = await client.RunAsync(it => it.Identity.ListProjectsAsync("a b", Stop));

        Assert.Equal(["p1", "p2"], projects.Select(project => project.ProjectId));
        Assert.All(client.Sent, request => Assert.Equal("iam.test", request.Address.Host));
        Assert.Equal(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "a b", ["page"] = "2", ["marker"] = "x+y" },
            client.Sent[1].Query);
    }

    [Theory]
    [InlineData("/v3/projects?page=2&", "?page=2")]
    [InlineData("/v3/projects?&page=2", "?page=2")]
    [InlineData("/v3/projects?", "")]
    public async Task Empty_parts_of_the_query_of_a_link_are_ignored(string link, string query)
    {
        using ScriptedClient client = new ScriptedClient().Then(
            Responses.Json($$$"""{"projects":[{"id":"p1"}],"links":{"next":"https://iam.test{{{link}}}"}}"""), Responses.Json("""{"projects":[{"id":"p2"}]}"""));

        Assert.Equal(2, (await client.RunAsync(it => it.Identity.ListProjectsAsync(cancellationToken: Stop))).Count);
        Assert.Equal("/v3/projects" + query, client.Sent[1].Target);
    }

    [Fact]
    public async Task Circular_links_end_without_duplicates()
    {
        const string Page1 = """{"projects":[{"id":"p1"},{"id":"p2"}],"links":{"next":"https://iam.test/v3/projects?page=2"}}""";
        const string Page2 = """{"projects":[{"id":"p3"},{"id":"p1"}],"links":{"next":"https://iam.test/v3/projects?page=1"}}""";
        using ScriptedClient client = new ScriptedClient().Then(Responses.Json(Page1), Responses.Json(Page2), Responses.Json(Page1), Responses.Json(Page2));

        IReadOnlyList<Project> projects = await client.RunAsync(it => it.Identity.ListProjectsAsync(cancellationToken: Stop));

        Assert.Equal(["p1", "p2", "p3"], projects.Select(project => project.ProjectId));
        Assert.Equal(3, client.Sent.Count);
    }

    [Fact]
    public async Task The_project_is_looked_up_once_for_parallel_calls()
    {
        using EmulatedClient client = new(configure: options => options.ProjectId = null);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.Client.Instances.List().CountAsync(Stop).AsTask()));

        Assert.Equal(client.Emulator.ProjectId, await client.Client.GetProjectIdAsync(Stop));
        Assert.Single(client.Emulator.Requests, request => request.Operation == "KeystoneListProjects");
        Assert.Equal(client.Emulator.ProjectId, client.Last.Headers["X-Project-Id"]);
    }

    [Theory]
    [InlineData("""{"projects":[]}""", "Visible: none.")]
    [InlineData("""{"projects":[{"id":"p1","name":"r"},{"id":"p2","name":"r"}]}""", "Visible: r (p1), r (p2).")]
    [InlineData("""{"projects":[{"name":"r"}]}""", "Visible: r ().")]
    public async Task An_ambiguous_project_is_not_guessed(string response, string visible)
    {
        using ScriptedClient client = new ScriptedClient(options => (options.ProjectId, options.ProjectName) = (null, "r")).Then(Responses.Json(response));

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal("HuaweiDms.ProjectNotFound", error.ErrorId);
        Assert.EndsWith(visible, error.Message, StringComparison.Ordinal);
        Assert.Single(client.Sent);
    }

    [Fact]
    public async Task A_response_without_a_list_does_not_mean_no_projects()
    {
        using ScriptedClient client = new ScriptedClient(options => (options.ProjectId, options.ProjectName) = (null, "r")).Then(Responses.Json("{}"));
        Assert.Equal(DmsErrorKind.UnreadableResponse, (await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).Kind);
    }

    [Fact]
    public async Task A_failed_lookup_is_repeated_by_the_next_call()
    {
        using ScriptedClient client = new ScriptedClient(options => (options.ProjectId, options.ProjectName) = (null, "r")).Then(
            Responses.Error(403, "IAM.0101"), Responses.Json("""{"projects":[{"id":"p1","name":"r"}]}"""));

        await client.FailAsync(it => it.GetProjectIdAsync(Stop).AsTask());

        Assert.Equal("p1", await client.RunAsync(it => it.GetProjectIdAsync(Stop).AsTask()));
    }

    [Fact]
    public async Task Parallel_calls_share_a_failed_lookup()
    {
        using ScriptedClient client = new ScriptedClient(options => (options.ProjectId, options.ProjectName) = (null, "r")).Then(Responses.Stalled);
        Task<DmsException[]> failing = Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Assert.ThrowsAsync<DmsException>(() => client.Client.Instances.GetAsync("i-1", Stop))));
        while (!failing.IsCompleted)
        {
            client.Time.AdvanceToNextTimer();
            await Task.Delay(1, Stop);
        }

        DmsException[] errors = await failing;
        Assert.All(errors, error => Assert.Equal((DmsErrorKind.TimedOut, "KeystoneListProjects"), (error.Kind, error.Operation)));
        Assert.Equal(errors[0].Attempts, client.Sent.Count);
    }

    [Fact]
    public async Task A_caller_that_stops_waiting_for_the_lookup_does_not_end_it_for_others()
    {
        TaskCompletionSource<HttpResponseMessage> response = new();
        using ScriptedClient client = new ScriptedClient(
            options => (options.ProjectId, options.ProjectName) = (null, "r")).Then((_, cancellationToken) => response.Task.WaitAsync(cancellationToken));
        using CancellationTokenSource first = new();
        Task<string> canceled = client.Client.GetProjectIdAsync(first.Token).AsTask();
        Task<string> waiting = client.Client.GetProjectIdAsync(Stop).AsTask();
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled);

        response.SetResult(new() { Content = new StringContent("""{"projects":[{"id":"p1","name":"r"}]}""") });
        Assert.Equal("p1", await waiting);
        Assert.Single(client.Sent);
    }

    [Fact]
    public async Task Disposing_the_client_ends_every_call_that_waits_for_the_lookup()
    {
        ScriptedClient client = new ScriptedClient(options => (options.ProjectId, options.ProjectName) = (null, "r")).Then(Responses.Stalled);
        Task[] calls = [.. Enumerable.Range(0, 5).Select(_ => client.Client.Instances.GetAsync("i-1", Stop))];
        await Wait.UntilAsync(() => client.Handler.InFlight == 1);

        client.Dispose();

        await Assert.AllAsync(calls, call => Assert.ThrowsAnyAsync<OperationCanceledException>(() => call));
    }

    [Fact]
    public async Task Without_a_name_for_the_lookup_the_project_id_is_required()
    {
        using ScriptedClient client = new ScriptedClient(options => options.ProjectId = null).Then(Responses.Json("{}"));

        Assert.Equal("ProjectId", (await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop))).ParameterName);
        Assert.Empty(client.Sent);
    }

    [Theory]
    [InlineData("p-1", null, """{"id":"p-1"}""")]
    [InlineData(null, "project-name", """{"name":"project-name"}""")]
    public async Task A_token_is_requested_for_the_project_and_sent_with_every_request(string? id, string? name, string scope)
    {
        using ScriptedClient client = new(options =>
        {
            (options.ProjectId, options.ProjectName) = (id, name);
            options.Credential = new PasswordCredential("acme", "bob", Secret.From("Secret-Pass-1"));
        });
        client.Then(
            Responses.Json("""{"token":{"expires_at":"2026-01-03T03:04:05.000000Z"}}""", HttpStatusCode.Created).With(response => response.Headers.Add("X-Subject-Token", "token-1")),
            Responses.Json("{}"));
        await client.Client.Raw.SendAsync(HttpMethod.Get, DmsService.Iam, "/v3/x", [], null, Stop);
        SentRequest asked = client.Sent[0];

        Assert.Equal(("POST", "/v3/auth/tokens"), (asked.Method, asked.Target));
        Assert.Equal(
            """{"identity":{"methods":["password"],"password":{"user":{"name":"bob","password":"Secret-Pass-1","domain":{"name":"acme"}}}},"scope":{"project":""" + scope + "}}",
            asked.Json.GetProperty("auth").GetRawText());
        Assert.False(asked.Headers.ContainsKey("X-Auth-Token"));
        Assert.False(asked.Headers.ContainsKey("Authorization"));
        Assert.Equal("token-1", client.Sent[1].Headers["X-Auth-Token"]);
    }

    [Fact]
    public async Task An_empty_token_is_rejected()
    {
        using ScriptedClient client = new ScriptedClient().Then(
            Responses.Json("""{"token":{}}""", HttpStatusCode.Created).With(response => response.Headers.Add("X-Subject-Token", "")));
        using Secret password = Secret.From("Secret-Pass-1");

        DmsException error = await client.FailAsync(it => it.Identity.CreateTokenAsync("acme", "bob", password, Stop));

        Assert.Equal((DmsErrorKind.UnreadableResponse, "KeystoneCreateUserTokenByPassword"), (error.Kind, error.Operation));
    }

    [Fact]
    public async Task A_password_authenticates_with_the_emulated_service()
    {
        using EmulatedClient client = new(byPassword: true);

        Assert.Equal(10, await client.Client.Instances.List().CountAsync(Stop));
        Assert.Equal(["KeystoneCreateUserTokenByPassword", "ListInstances"], client.Emulator.Requests.Select(request => request.Operation));
    }

    [Fact]
    public async Task A_token_response_without_a_token_is_an_error()
    {
        using ScriptedClient client = new(options => options.Credential = new PasswordCredential("acme", "bob", Secret.From("Secret-Pass-1")));
        client.Then(Responses.Json("{}", HttpStatusCode.Created));

        DmsException error = await Assert.ThrowsAsync<DmsException>(() => client.Client.Instances.GetAsync("i-1", Stop));

        Assert.Equal((DmsErrorKind.UnreadableResponse, "KeystoneCreateUserTokenByPassword"), (error.Kind, error.Operation));
    }
}
