using System.Text.Json;
using HuaweiDms.Authentication;
using HuaweiDms.Client.Tests.Instances;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Json;

/// <summary>Every documented response about instances, DCS and identity is read completely.</summary>
public sealed class DocumentedResponseTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The operation and the number of each documented response example.</summary>
    public static TheoryData<string, int> Examples
    {
        get
        {
            TheoryData<string, int> all = [];
            foreach (string name in Operations.Of(typeof(InstancesApi), typeof(DcsApi), typeof(IdentityApi)).Select(operation => operation.Name))
            {
                for (int i = 0; i < Shown(name).Count; i++)
                    all.Add(name, i);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task A_documented_response_keeps_all_its_values(string operation, int number)
    {
        JsonElement shown = Shown(operation)[number];
        // One byte at a time: no value may depend on arriving in one piece.
        foreach (int chunk in new[] { int.MaxValue, 1 })
        {
            using ScriptedClient client = new(options => options.ApiVersion = operation.EndsWith("V1", StringComparison.Ordinal) ? ApiVersion.V1 : ApiVersion.V2);
            client.Then(Responses.Body(shown.GetRawText(), BrokenBody.End.Whole, chunk: chunk).With(response => response.Headers.Add("X-Subject-Token", "token")));
            await CheckAsync(operation, shown, client);
        }
    }

    [Fact]
    public void There_are_examples_of_all_kinds()
        => Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal) { "ListInstances", "ShowInstance", "ListInstancesV1", "ShowInstanceV1", "BatchRestartOrDeleteInstances", "KeystoneListProjects" },
            Examples.Select(row => row.Data.Item1).ToHashSet(StringComparer.Ordinal));

    private static IReadOnlyList<JsonElement> Shown(string operation)
        => [.. ApiContract.Default[operation].Responses.Values.SelectMany(response => response.Examples)];

    private static async Task CheckAsync(string operation, JsonElement shown, ScriptedClient client)
    {
        switch (operation)
        {
            case "ShowInstance" or "ShowInstanceV1" or "ShowInstanceWithEngine":
                CheckInstance(shown, await client.RunAsync(it => it.Instances.GetAsync("i", Stop)));
                break;
            case "ListInstances" or "ListInstancesV1":
                Page<Instance> page = await client.RunAsync(it => it.Instances.List().AsPagesAsync(Stop).FirstAsync(Stop).AsTask());
                Assert.Equal(shown.GetProperty("instance_num").GetInt64(), page.Total);
                List<JsonElement> instances = shown.GetProperty("instances").EnumerateArray().ToList();
                Assert.Equal(instances.Count, page.Items.Count);
                Assert.All(instances.Zip(page.Items), pair => CheckInstance(pair.First, pair.Second));
                break;
            case "CreateInstanceByEngine" or "CreateInstanceV1":
                Assert.Equal(shown.GetProperty("instance_id").GetString(), await client.RunAsync(it => it.Instances.CreateAsync(Specifications.Minimal(), Stop)));
                break;
            case "BatchRestartOrDeleteInstances" or "BatchRestartOrDeleteInstancesV1":
                CheckBatch(shown, ids => client.RunAsync(it => it.Instances.RestartAsync(ids, Stop)));
                break;
            case "RestartOrFlushInstances":
                CheckBatch(shown, ids => client.RunAsync(it => it.Dcs.ActAsync(DcsAction.Restart, ids, Stop)));
                break;
            case "KeystoneListProjects":
                CheckProjects(shown, await client.RunAsync(it => it.Identity.ListProjectsAsync(null, Stop)));
                break;
            case "KeystoneCreateUserTokenByPassword":
                IssuedToken token = await client.RunAsync(it => it.Identity.CreateTokenAsync("d", "u", Secret.From("p"), Stop));
                Assert.Equal(shown.GetProperty("token").GetProperty("expires_at").GetDateTimeOffset(), token.ExpiresAt);
                break;
            default:
                // Responses without content.
                Assert.Contains(operation, new[] { "UpdateInstance", "UpdateInstanceV1", "DeleteInstance", "DeleteInstanceV1" });
                break;
        }
    }

    private static void CheckInstance(JsonElement shown, Instance instance)
    {
        foreach (JsonProperty field in shown.EnumerateObject())
        {
            string? property = WireNames.PropertyOf(field.Name);
            object? value = property is null
                ? instance.AdditionalProperties?[field.Name]
                : typeof(Instance).GetProperty(property)!.GetValue(instance);
            Assert.True(WireComparison.Is(field.Value, value), $"{field.Name} {field.Value.GetRawText()} was read as {JsonSerializer.Serialize(value)}.");
        }
    }

    private static void CheckProjects(JsonElement shown, IReadOnlyList<Project> projects)
        => Assert.All(shown.GetProperty("projects").EnumerateArray().Zip(projects), pair =>
        {
            Assert.Equal(pair.First.GetProperty("id").GetString(), pair.Second.ProjectId);
            Assert.Equal(pair.First.GetProperty("name").GetString(), pair.Second.Name);
            Assert.Equal(pair.First.GetProperty("enabled").GetBoolean(), pair.Second.Enabled);
            Assert.Equal(pair.First.GetProperty("domain_id").GetString(), pair.Second.DomainId);
            Assert.Equal(pair.First.GetProperty("parent_id").GetString(), pair.Second.ParentId);
            Assert.Equal(pair.First.GetProperty("is_domain").GetBoolean(), pair.Second.IsDomain);
            Assert.Equal(pair.First.GetProperty("description").GetString(), pair.Second.Description);
            Assert.Null(pair.Second.AdditionalProperties);
        });

    private static void CheckBatch(JsonElement shown, Func<string[], Task<IReadOnlyList<InstanceActionResult>>> act)
    {
        if (!shown.TryGetProperty("results", out JsonElement list))
            return;

        Dictionary<string, string?> documented = list.EnumerateArray().ToDictionary(item => item.GetProperty("instance").GetString()!, item => item.GetProperty("result").GetString());
        IReadOnlyList<InstanceActionResult> results = act([.. documented.Keys]).GetAwaiter().GetResult();
        Assert.All(results, result => Assert.Equal(documented[result.InstanceId!] == "success", result.Succeeded));
    }
}
