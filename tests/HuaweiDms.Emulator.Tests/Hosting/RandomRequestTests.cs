using System.Reflection;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.Contract;

namespace HuaweiDms.Emulator.Tests.Hosting;

/// <summary>
/// Any request, valid or not, gets a response that conforms to the contract. Requests that violate the contract are rejected with
/// documented error codes.
/// </summary>
public sealed class RandomRequestTests
{
    private const int RequestsPerOperation = 40;

    /// <summary>The only documented errors with a status of 500 or more (8.2).</summary>
    private static readonly string[] DocumentedFailures = ["DMS.00501012", "DMS.111501026"];

    /// <summary>
    /// Codes that are not in the table of 8.2: those of the gateway, identity service and DCS, and those marked as the emulator's
    /// own in <c>ServiceErrors</c>.
    /// </summary>
    private static readonly string[] OtherCodes = ["APIGW.", "IAM.", "DCS.", "DMS.00400862", "DMS.00404000", "DMS.40050010", "DMS.111400867"];

    /// <summary>
    /// Violations that the service is known to tolerate: null and empty query values count as missing, and unknown fields are
    /// ignored.
    /// </summary>
    private static readonly string[] Tolerated = ["JSON null", "no such field", "no such parameter"];

    /// <summary>The same for single fields, with the reasons.</summary>
    private static readonly Dictionary<(string Operation, string Place), string> ToleratedFields = new()
    {
        [("CreateInstanceByEngine", "/engine_version")] = "chapter 4 sends a number",
        [("CreateInstanceByEngine", "/password")] = "only used with SASL",
        [("CreateInstanceByEngine", "/access_user")] = "only used with SASL",
        [("CreateInstanceV1", "/password")] = "only used with SASL",
        [("CreateInstanceV1", "/access_user")] = "only used with SASL",
        [("ResetMessageOffset", "")] = "partition is declared as required but has a default (7.2.3.1)",
        [("ResetMessageOffsetWithEngine", "")] = "partition is declared as required but has a default (5.6.5)",
        [("ListInstancesV1", "includeFailure")] = "anything but true means false",
        [("ShowInstanceMessages", "topic")] = "the pattern applies to new topics; system topics can also be read",
    };

    private static readonly HashSet<string> Codes = LoadCodes();

    public static TheoryData<string> Operations => [.. ApiContract.Default.Operations.Select(static operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Random_request_gets_a_response_or_error_of_the_contract(string operationId)
    {
        using TestService service = new();
        HttpClient client = service.ConnectUnchecked();
        ContractOperation operation = ApiContract.Default[operationId];
        Gen<GeneratedRequest> requests =
            from seed in Gen.Choose(0, int.MaxValue)
            from isMutated in Gen.Elements(false, true)
            let generator = new RequestGenerator(new Random(seed), service.Project)
            select isMutated ? generator.MakeMutated(operation) : generator.Make(operation);

        int sent = 0;
        Check.One(Trials.Of(RequestsPerOperation), Prop.ForAll(requests.ToArbitrary(), async request =>
        {
            // Start again now and then, because requests delete what later ones need.
            if (++sent % 10 == 0)
                service.Emulator.Reset();
            Response response = await client.AskAsync(request.Method, request.Target, request.Body);
            CheckResponse(request, response);
        }));
    }

    private static void CheckResponse(GeneratedRequest request, Response response)
    {
        IReadOnlyList<Violation> found = new ExchangeRules(ApiContract.Default) { OnlyKnownFields = true }.Check(new()
        {
            Method = request.Operation.Method,
            PathAndQuery = new Uri("http://emulator.test" + request.Target).PathAndQuery,
            RequestBody = request.Body,
            Status = response.Status,
            ResponseBody = response.Text,
        });
        Assert.DoesNotContain(found, static violation => !ConcernsRequest(violation));
        if (response.Status >= 400)
        {
            string code = response.ErrorCode ?? (string?)response.Json?["error"]?["code"] ?? "";
            Assert.True(response.Status < 500 || DocumentedFailures.Contains(code), $"{request} was answered {response.Status} {response.Text}");
            Assert.True(Codes.Contains(code) || Array.Exists(OtherCodes, known => code.StartsWith(known, StringComparison.Ordinal)), $"The error code is unknown: {response.Text}");
        }
        else if (response.Status != 206)
        {
            // With status 206, parts of the request were rejected individually.
            Assert.All(found, violation => Assert.True(IsTolerated(request, violation), $"{violation}\n{request}\nwas accepted: {response.Status} {response.Text}"));
        }
    }

    private static bool ConcernsRequest(Violation violation) => violation.Place is "path" or "query" or "request body";

    private static bool IsTolerated(GeneratedRequest request, Violation violation)
        => Array.Exists(Tolerated, part => violation.Message.Contains(part, StringComparison.Ordinal))
            || (violation.Place == "query" && (request.Target + "&").Contains(violation.Location + "=&", StringComparison.Ordinal))
            || ToleratedFields.ContainsKey((request.Operation.Id, violation.Location));

    /// <summary>The codes that the client knows, which are those of the table and more.</summary>
    private static HashSet<string> LoadCodes()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("error-codes.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateObject().Select(static code => code.Name)];
    }
}
