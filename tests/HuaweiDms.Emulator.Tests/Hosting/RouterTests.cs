using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.Contract;
using HuaweiDms.Emulator.Hosting;

namespace HuaweiDms.Emulator.Tests.Hosting;

public sealed class RouterTests
{
    private static readonly Router All = new(ServiceRoutes.All);

    public static TheoryData<string, string, string, string> Routes =>
        [.. ServiceRoutes.All.Select(route => (route.Method, route.Template, route.OperationId, route.Section))];

    public static TheoryData<string, string, string, string> DocumentedRoutes =>
        [.. ServiceRoutes.Documented.Select(route => (route.Method, route.Template, route.OperationId, route.Section))];

    [Theory]
    [MemberData(nameof(DocumentedRoutes))]
    public void Every_documented_route_matches_its_operation_and_section_in_the_contract(string method, string template, string operationId, string section)
    {
        ContractOperation operation = ApiContract.Default.Operations.Single(operation => operation.Method == method && operation.Path == template);

        Assert.Equal(operationId, operation.Id);
        Assert.StartsWith(section, operation.Section);
    }

    [Fact]
    public void Routes_beyond_the_contract_are_those_of_the_vendor_SDK()
        => Assert.Equal(
            [
                "POST /v2/{project_id}/kafka/instances",
                "POST /v2/{project_id}/kafka/instances/{instance_id}/reassign",
                "POST /v2/{project_id}/kafka/instances/{instance_id}/extend", "GET /v2/{project_id}/kafka/instances/{instance_id}/extend",
                "POST /v2/{project_id}/kafka/instances/{instance_id}/topics/{topic}/messages/delete",
                "GET /v3/auth/domains",
            ],
            ServiceRoutes.Newer.Select(route => $"{route.Method} {route.Template}"));

    [Theory]
    [MemberData(nameof(Routes))]
    public void Path_values_match_the_route_and_are_unescaped(string method, string template, string operationId, string section)
    {
        Assert.NotEmpty(section);
        Check.One(Trials.Of(100), Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), text =>
        {
            // A lone surrogate cannot be escaped.
            string value = new string([.. text.Get.Where(c => !char.IsSurrogate(c))]) + "/x%2f?😀";
            string path = template
                .Replace("{engine}", "kafka", StringComparison.Ordinal)
                .Replace("{project_id}", Uri.EscapeDataString(value), StringComparison.Ordinal)
                .Replace("{instance_id}", Uri.EscapeDataString(value), StringComparison.Ordinal);
            RouteMatch? match = All.Find(method, path);
            return match?.Route.OperationId == operationId
                && (match["project_id"] ?? value) == value
                && (match["instance_id"] ?? value) == value;
        }));
    }

    [Theory]
    [InlineData("GET", "/v2/p/instances/action", "ShowInstance")]
    [InlineData("POST", "/v2/p/instances/action", "BatchRestartOrDeleteInstances")]
    [InlineData("PUT", "/v2/p/instances/status", "RestartOrFlushInstances")]
    [InlineData("PUT", "/v2/p/instances/statuses", "UpdateInstance")]
    [InlineData("GET", "/v2/kafka/instances/x", "ShowInstance")]
    [InlineData("GET", "/v2/kafka/p/instances/x", "ShowInstanceWithEngine")]
    [InlineData("POST", "/v2/kafka/p/instances", "CreateInstanceByEngine")]
    [InlineData("POST", "/v2/p/kafka/instances", "CreateInstanceByEngine")]
    [InlineData("HEAD", "/v2/p/instances", "ListInstances")]
    [InlineData("GET", "/v2/p/instanc%65s", "ListInstances")]
    [InlineData("GET", "/v2/p/instances/a%2Fb", "ShowInstance")]
    [InlineData("GET", "/v2/rabbitmq/p/instances/x", null)]
    [InlineData("GET", "/v2/p/instances/a/b", null)]
    [InlineData("GET", "/v2/p/instances/", null)]
    [InlineData("GET", "/v2//instances", null)]
    [InlineData("GET", "/V2/p/instances", null)]
    [InlineData("PATCH", "/v2/p/instances/x", null)]
    [InlineData("GET", "v2/p/instances", null)]
    [InlineData("GET", "", null)]
    [InlineData("GET", "/", null)]
    public void Literals_take_precedence_and_unknown_paths_match_nothing(string method, string path, string? operationId)
        => Assert.Equal(operationId, All.Find(method, path)?.Route.OperationId);

    [Fact]
    public void Route_order_does_not_matter()
    {
        Router reversed = new(ServiceRoutes.All.Reverse());

        foreach (Route route in ServiceRoutes.All)
        {
            string path = route.Template.Replace("{engine}", "kafka", StringComparison.Ordinal);
            Assert.Equal(All.Find(route.Method, path)!.Route.OperationId, reversed.Find(route.Method, path)!.Route.OperationId);
        }
    }

    [Fact]
    public void Duplicate_route_throws()
    {
        Route route = ServiceRoutes.All.First();

        Assert.Throws<InvalidOperationException>(() => new Router([route, route]));
    }

    [Fact]
    public void No_path_makes_the_router_throw()
        => Check.One(Trials.Of(100), Prop.ForAll(ArbMap.Default.ArbFor<string>(), path =>
        {
            _ = All.Find("GET", path ?? "");
            _ = All.Find("GET", "/v2/" + path + "/instances");
            return true;
        }));

    [Fact]
    public async Task Unknown_path_gets_the_gateway_error()
    {
        using TestService service = new();

        (await service.ConnectUnchecked().AskAsync("/v2/nothing/here")).Rejected(404, "APIGW.0101");
        (await service.ConnectUnchecked().AskAsync(HttpMethod.Patch, service.Path("/v2/{project_id}/instances"))).Rejected(404, "APIGW.0101");
        Assert.Null(service.Emulator.Requests[^1].Operation);
    }
}
