using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Contract;

/// <summary>Values generated for a schema satisfy it.</summary>
public sealed class SchemaValuesTests
{
    private static readonly ApiContract Known = ApiContract.Default;

    [Theory]
    [InlineData(SchemaUse.Written)]
    [InlineData(SchemaUse.Read)]
    [InlineData(SchemaUse.Read | SchemaUse.OnlyKnownFields)]
    public void A_value_generated_for_a_schema_satisfies_it(SchemaUse use)
    {
        ContractBody[] bodies =
        [
            .. Known.Operations
                .SelectMany(operation => use == SchemaUse.Written ? operation.RequestBody is { } body ? [body] : [] : operation.Responses.Values)
                .Where(body => body.Schema.ValueKind == JsonValueKind.Object),
        ];
        Check.One(
            Trials.Of(1000),
            Prop.ForAll(Gen.Elements(bodies).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (body, seed) =>
            {
                JsonNode? made = new SchemaValues(Known, use, seed).Make(body.Schema);
                Assert.Empty(Known.Check(body.Schema, JsonSerializer.SerializeToElement(made), use));
            }));
    }

    [Fact]
    public void The_same_seed_generates_the_same_value()
    {
        JsonElement schema = Known["ListInstances"].Responses[200].Schema;

        Assert.Equal(Made(schema, 7), Made(schema, 7));
        Assert.NotEqual(Made(schema, 7), Made(schema, 8));
    }

    private static string Made(JsonElement schema, int seed) => new SchemaValues(Known, SchemaUse.Read, seed).Make(schema)!.ToJsonString();
}
