using System.Collections;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Json;

/// <summary>Lists of any length, in the pages of their operation, are read completely and in order.</summary>
public sealed class GeneratedListTests
{
    private const int Cases = 5;

    /// <summary>Each operation that returns part of a list.</summary>
    public static TheoryData<string> Names
        => [.. Operations.All.Select(operation => operation.Name).Where(name => GeneratedResponses.IsPaged(ApiContract.Default[name]))];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_list_is_read_completely_and_in_order(string name)
    {
        // Reading from an offset requests each message individually.
        List<OperationUse> ways = (await OperationUse.All)[name].Where(way => way.Succeeds && way.Call.IsList && !way.Call.Name.StartsWith("Messages.ReadFrom", StringComparison.Ordinal)).DistinctBy(way => (way.Call, way.Version, way.Older)).ToList();

        Assert.NotEmpty(ways);
        Assert.All(ways, way => Check.One(
            Trials.Of(Cases),
            Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.OneOf(Gen.Elements(0, 1, 10, 50, 100), Gen.Choose(0, 130)).ToArbitrary(), (seed, count) =>
            {
                GeneratedResponses service = new(seed, count);
                (object? result, IReadOnlyList<SentRequest> _) = way.SendAsync(service, Stop).GetAwaiter().GetResult();
                Assert.Equal(count, Assert.IsType<ICollection>(result, exactMatch: false).Count);
                JsonElement response = JsonSerializer.SerializeToElement(service.Given[name]);
                Assert.Empty(ReadResponse.Lost(
                    GeneratedResponses.BodyOf(ApiContract.Default[name])!.Schema, response, [new(result)], field => UnreadFields.Contain(name, field) || !IsOfItem(field)));
            })));
    }

    /// <summary>Whether the field belongs to an object instead of the list; other calls return the fields of the list.</summary>
    private static bool IsOfItem(SchemaField field) => field.Name.Length == 0 || !field.Owner.EndsWith("Resp", StringComparison.Ordinal) || field.Owner == "ShowInstanceResp";
}
