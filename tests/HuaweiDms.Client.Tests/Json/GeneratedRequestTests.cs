using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Json;

/// <summary>Any arguments that the contract allows become requests that it allows, with each value under its name.</summary>
public sealed class GeneratedRequestTests
{
    private const int Cases = 25;

    private static readonly ExchangeRules Rules = new(ApiContract.Default);

    /// <summary>Values that filter the response instead of being sent.</summary>
    private static readonly Dictionary<string, string> LookedFor = new(StringComparer.Ordinal)
    {
        ["Users.FindAsync(instanceId, userName)"] = "userName",
        ["Diagnosis.FindAsync(instanceId, reportId)"] = "reportId",
        // In v1.0 only.
        ["Catalog.ListProductsAsync(productId)"] = "productId",
    };

    /// <summary>Values sent under a name that no response has.</summary>
    private static readonly Dictionary<string, string[]> Otherwise = new(StringComparer.OrdinalIgnoreCase)
    {
        ["consumerGroup"] = ["group", "group_name"],
        ["group"] = ["group_name"],
        ["groups"] = ["group_ids"],
        ["instanceId"] = ["id"],
        ["instanceIds"] = ["instances"],
        ["reportIds"] = ["report_id_list"],
        ["userNames"] = ["users"],
        ["names"] = ["topics"],
        ["topic"] = ["name"],
        ["keys"] = ["key"],
        // Of a message, and of a setting of a topic.
        ["value"] = ["body"],
        ["key"] = ["value", "name"],
        ["name"] = ["group"],
        ["domainName"] = ["name"],
        ["userName"] = ["name"],
        ["password"] = ["user_passwd", "new_password"],
        ["accessPassword"] = ["password"],
        ["managerPassword"] = ["kafka_manager_password"],
        ["sortDirection"] = ["sort_dir"],
        ["architecture"] = ["arch_type"],
        ["partitionCount"] = ["new_partition_numbers"],
        ["periodCount"] = ["period_num"],
        ["productId"] = ["new_product_id"],
        ["publicIpIds"] = ["publicip_id"],
        ["secondSubnetId"] = ["second_tenant_subnet_id"],
        ["peerInstanceId"] = ["instance_id"],
        // The first is the name under which the second is sent.
        ["listenerIp"] = [""],
    };

    /// <summary>Every method except those for arbitrary paths, which send what they are given.</summary>
    public static TheoryData<string> Names => [.. PublicCall.All.Where(call => !call.IsOf(nameof(DmsClient.Raw))).Select(call => call.Name)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Valid_arguments_become_a_valid_request_that_contains_them(string name)
    {
        ILookup<OperationUse, ContractOperation> ways = (await OperationUse.All)
            .SelectMany(to => to.Where(way => way.Call.Name == name && (!way.Older || way.Succeeds)), (to, way) => (OperationUse: way, Operation: ApiContract.Default[to.Key]))
            .ToLookup(it => it.OperationUse with { Full = true, Succeeds = true }, it => it.Operation);

        Assert.NotEmpty(ways);
        Assert.All(ways, way => Check.One(
            Trials.Of(Cases),
            Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
            {
                ValidArguments arguments = new([.. way.Distinct()], seed);
                (object? _, IReadOnlyList<SentRequest> sent) = way.Key.SendAsync(new(seed), Stop, arguments.Make()).GetAwaiter().GetResult();
                Assert.Empty(sent.SelectMany(Violations));
                List<(string Field, string Text)> texts = sent.SelectMany(TextsOf).ToList();
                Assert.All(
                    arguments.Given.Where(given => LookedFor.GetValueOrDefault(name) != given.Name),
                    given => Assert.Contains(texts, it => it.Text.Contains(given.Text, StringComparison.Ordinal) && IsNameOf(it.Field, given.Name)));
            })));
    }

    private static IReadOnlyList<Violation> Violations(SentRequest request)
        => Rules.Check(new()
        {
            Method = request.Method,
            PathAndQuery = request.Target,
            RequestBody = request.Body,
            RequestMediaType = request.Body.Length == 0 ? null : request.Headers.GetValueOrDefault("Content-Type")?.Split(';')[0] ?? "(none)",
        });

    private static bool IsNameOf(string field, string property)
        => new[] { "", "ShowInstanceResp", "TopicEntity" }.SelectMany(owner => PropertyNames.Of(new(owner, field)))
            .Any(name => string.Equals(name, property, StringComparison.OrdinalIgnoreCase))
            || (property == nameof(CrossVpcAddress.AdvertisedIp) && field.StartsWith("10.", StringComparison.Ordinal))
            || (Otherwise.TryGetValue(property, out string[]? others) && others.Contains(field));

    private static IEnumerable<(string Field, string Text)> TextsOf(SentRequest request)
    {
        OperationMatch match = ApiContract.Default.Match(request.Method, request.Target)!;
        return match.PathValues.Concat(match.Query).Select(pair => (pair.Key, pair.Value)).Concat(request.Body.Length == 0 ? [] : TextsIn("", request.Json));
    }

    private static IEnumerable<(string Field, string Text)> TextsIn(string field, JsonElement value)
        => value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(member => TextsIn(member.Name, member.Value).Append(("", member.Name))),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(item => TextsIn(field, item)),
            _ => [(field, value.ToString())],
        };
}
