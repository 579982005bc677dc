using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Json;

/// <summary>Every response that the contract allows is read completely.</summary>
public sealed class GeneratedResponseTests
{
    private const int Cases = 25;

    public static TheoryData<string> Names => Operations.Names;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_valid_response_is_read_completely(string name)
    {
        List<OperationUse> ways = (await OperationUse.All)[name].DistinctBy(way => (way.Call, way.Version, way.Full)).ToList();
        Assert.NotEmpty(ways);
        ContractBody? body = GeneratedResponses.BodyOf(ApiContract.Default[name]);
        Check.One(
            Trials.Of(Cases),
            Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
            {
                List<ResultValues> results = [];
                JsonElement response = default;
                foreach (OperationUse way in ways)
                {
                    GeneratedResponses service = new(seed);
                    results.Add(new(way.SendAsync(service, Stop).GetAwaiter().GetResult().Result));
                    response = JsonSerializer.SerializeToElement(service.Given.GetValueOrDefault(name));
                }

                if (body is not null)
                    Assert.Empty(ReadResponse.Lost(body.Schema, response, results, field => UnreadFields.Contain(name, field)));
            }));
    }
}
