using System.Reflection;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Contract;
using HuaweiDms.Emulator;
using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>The operations of the client equal those of the contract.</summary>
public sealed class OperationTests
{
    public static TheoryData<string> Names => Operations.Names;

    [Fact]
    public void Operation_names_are_unique()
    {
        Assert.InRange(Operations.All.Count, 15, 500);
        Assert.Equal(Operations.All.Count, Operations.All.DistinctBy(operation => operation.Name).Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_operation_matches_the_contract(string name)
    {
        ApiOperation operation = Operations.All.Single(operation => operation.Name == name);
        ContractOperation documented = ApiContract.Default[name];

        Assert.Equal(documented.Method, operation.Method.Method);
        Assert.Equal(documented.Path, operation.Path);
        Assert.Equal(documented.Service, operation.Service.ToString().ToLowerInvariant());
        // DCS is documented in a text of its own, without sections.
        Assert.Equal(documented.Section.Split(' ')[0], operation.Section);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_operation_is_repeatable_only_if_the_contract_says_so(string name)
        => Assert.Equal(
            ApiContract.Default[name].IsIdempotent ? Repeatability.Always : Repeatability.OnlyIfNotActedOn,
            Operations.All.Single(operation => operation.Name == name).Repeatability);

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_the_token_request_is_unauthenticated(string name)
        => Assert.Equal(name != "KeystoneCreateUserTokenByPassword", Operations.All.Single(operation => operation.Name == name).Authenticated);

    [Fact]
    public void Operations_are_defined_only_in_constants_of_the_areas()
        => Assert.Equal(
            Operations.All.Count,
            ClientBuild.Assembly.GetTypes()
                .Where(type => type.Name.EndsWith("Api", StringComparison.Ordinal) && type.IsPublic)
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                .Count(field => field.FieldType == typeof(ApiOperation) && field.IsInitOnly));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_operation_is_used_by_a_method_of_its_area(string name)
        => Assert.NotEmpty((await OperationUse.All)[name]);

    // The error of the gateway for an unknown path makes the client use older paths.
    [Theory]
    [InlineData(ApiVersion.V2)]
    [InlineData(ApiVersion.V1)]
    public async Task Rejected_call_ends_with_an_error_of_the_client(ApiVersion version)
    {
        foreach (Arguments arguments in new[] { Arguments.Sparse, new Arguments() })
        {
            using ScriptedClient client = new(options => (options.ApiVersion, options.RetryCount) = (version, 0));
            client.Then(Responses.Error(404, "APIGW.0101"));
            foreach (PublicCall call in PublicCall.All)
            {
                Exception? error = await Record.ExceptionAsync(() => call.InvokeAsync(client.Client, arguments, TestContext.Current.CancellationToken));
                Assert.True(error is null or DmsException, $"{call} ended with {error}.");
            }
        }
    }

    [Fact]
    public async Task Every_call_of_instances_DCS_and_identity_reaches_the_service_as_documented()
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (ApiVersion version in Enum.GetValues<ApiVersion>())
            seen.UnionWith(await CallEverythingAsync(version, TestContext.Current.CancellationToken));

        Assert.Equal(
            Operations.Of(typeof(InstancesApi), typeof(DcsApi), typeof(IdentityApi)).Select(operation => operation.Name).Order(StringComparer.Ordinal),
            seen.Order(StringComparer.Ordinal));
    }

    private static async Task<IEnumerable<string>> CallEverythingAsync(ApiVersion version, CancellationToken cancellationToken)
    {
        using EmulatedClient client = new(version, configure: options => options.ProjectId = null);
        InstancesApi instances = client.Client.Instances;
        string id = await instances.CreateAsync(version == ApiVersion.V2 ? Specifications.Minimal() : Specifications.MinimalV1(), cancellationToken);
        client.Advance(TimeSpan.FromMinutes(20));
        if (version == ApiVersion.V2)
            client.Emulator.Faults.Add(new() { Action = FaultAction.Status, Method = "GET", Path = "/v2/*/instances/*", StatusCode = 404, ErrorCode = "APIGW.0101", Limit = 1 });
        await instances.GetAsync(id, cancellationToken);
        await instances.UpdateAsync(id, new() { Name = "renamed" }, cancellationToken);
        Assert.NotEmpty(await instances.List().ToListAsync(cancellationToken));
        await instances.RestartAsync([id], cancellationToken);
        client.Advance(TimeSpan.FromMinutes(20));
        await instances.DeleteAsync(id, cancellationToken);
        await client.Client.Dcs.ActAsync(DcsAction.Restart, [client.Emulator.DcsInstances[0].InstanceId], cancellationToken);
        Assert.NotEmpty(await client.Client.Identity.ListProjectsAsync(cancellationToken: cancellationToken));
        using EmulatedClient byPassword = new(version, configure: null, byPassword: true);
        await byPassword.Client.Instances.List().FirstAsync(cancellationToken);
        return [.. client.Emulator.Requests.Concat(byPassword.Emulator.Requests).Select(request => request.Operation!)];
    }
}
