using System.Text.Json;
using System.Text.Json.Nodes;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Contract;

/// <summary>The contract check accepts what the reference shows, and rejects it when it is altered.</summary>
public sealed class DocumentedExampleTests
{
    private static readonly ApiContract Known = ApiContract.Default;

    /// <summary>Every documented example: operation, place, number.</summary>
    public static TheoryData<string, string, int> Examples
    {
        get
        {
            TheoryData<string, string, int> all = [];
            foreach (ContractOperation operation in Known.Operations)
            {
                for (int i = 0; i < (operation.RequestBody?.Examples.Count ?? 0); i++)
                    all.Add(operation.Id, "request", i);

                foreach ((int status, ContractBody response) in operation.Responses)
                {
                    for (int i = 0; i < response.Examples.Count; i++)
                        all.Add(operation.Id, status.ToString(System.Globalization.CultureInfo.InvariantCulture), i);
                }
            }

            return all;
        }
    }

    /// <summary>The examples whose schema defines the type of at least one field.</summary>
    public static TheoryData<string, string, int> JsonExamples
        => [.. Examples.Where(row => Body(row.Data.Item1, row.Data.Item2) is { MayBeBareText: false } body
            && body.Examples[row.Data.Item3].ValueKind == JsonValueKind.Object
            && body.Examples[row.Data.Item3].EnumerateObject().Any())];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_documented_example_satisfies_its_schema(string operation, string place, int number)
    {
        ContractBody body = Body(operation, place);
        // Some examples hide most of a password behind x instead of asterisks.
        string shown = body.Examples[number].GetRawText().Replace("Cxxx3", "*****", StringComparison.Ordinal).Replace("Zxxxx", "*****", StringComparison.Ordinal);

        Assert.Empty(Known.Check(body.Schema, JsonElement.Parse(shown), Use(place)));
    }

    [Theory]
    [MemberData(nameof(JsonExamples))]
    public void An_example_with_a_field_of_the_wrong_type_is_rejected(string operation, string place, int number)
    {
        ContractBody body = Body(operation, place);
        foreach (JsonProperty field in body.Examples[number].EnumerateObject())
        {
            JsonObject spoilt = JsonObject.Create(body.Examples[number].Clone())!;
            spoilt[field.Name] = WrongFor(field.Value);
            IReadOnlyList<(string Pointer, string Message)> findings = Known.Check(body.Schema, JsonSerializer.SerializeToElement(spoilt), Use(place));
            Assert.Contains(findings, finding => finding.Pointer.StartsWith("/" + field.Name, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(JsonExamples))]
    public void An_unknown_field_is_rejected_in_requests_and_by_default_allowed_in_responses(string operation, string place, int number)
    {
        ContractBody body = Body(operation, place);
        JsonObject spoilt = JsonObject.Create(body.Examples[number].Clone())!;
        spoilt["no_such/field"] = 1;
        JsonElement value = JsonSerializer.SerializeToElement(spoilt);
        if (place == "request")
        {
            Assert.Contains(Known.Check(body.Schema, value, Use(place)), finding => finding.Pointer == "/no_such~1field");
            return;
        }

        Assert.Empty(Known.Check(body.Schema, value, Use(place)));
        Assert.Contains(Known.Check(body.Schema, value, Use(place) | SchemaUse.OnlyKnownFields), finding => finding.Pointer == "/no_such~1field");
    }

    [Fact]
    public void In_strict_mode_the_documented_type_applies_not_that_of_an_example()
    {
        ContractBody body = Known["CreateInstanceTopic"].RequestBody!;

        JsonElement topic = JsonElement.Parse("""{"id":"orders","sync_replication":"false"}""");

        Assert.Equal("/sync_replication", Assert.Single(Known.Check(body.Schema, topic, SchemaUse.Written)).Pointer);
        Assert.Empty(Known.Check(body.Schema, topic, SchemaUse.AsShown));
    }

    [Theory]
    [InlineData("\"12\"", true)]
    [InlineData("12", true)]
    [InlineData("\"twelve\"", false)]
    [InlineData("1.5", false)]
    [InlineData("null", false)]
    public void Text_is_allowed_for_a_number_if_the_contract_says_so_and_it_is_numeric(string value, bool allowed)
    {
        JsonElement schema = JsonElement.Parse("""{"type":"integer","x-wire-types":["integer","string"]}""");
        Assert.Equal(allowed, Known.Check(schema, JsonElement.Parse(value), SchemaUse.Read).Count == 0);
    }

    [Theory]
    [InlineData("""{"type":"integer","format":"int32"}""", "2147483648")]
    [InlineData("""{"type":"integer","format":"int64"}""", "9223372036854775808")]
    [InlineData("""{"type":"integer","minimum":1}""", "0")]
    [InlineData("""{"type":"string","maxLength":2}""", "\"abc\"")]
    [InlineData("""{"type":"string","pattern":"^a$"}""", "\"a\\n\"")]
    [InlineData("""{"type":"string","pattern":"^\\d$"}""", "\"\u0663\"")]
    [InlineData("""{"type":"array","maxItems":1,"items":{"type":"string"}}""", "[\"a\",\"b\"]")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""", "{\"a\":1}")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","writeOnly":true}}}""", "{\"a\":\"secret\"}")]
    public void Every_keyword_of_a_schema_can_reject(string schema, string value)
        => Assert.Single(Known.Check(JsonElement.Parse(schema), JsonElement.Parse(value), SchemaUse.Read));

    [Fact]
    public void Every_missing_required_field_is_detected()
    {
        foreach (ContractOperation operation in Known.Operations)
        {
            if (operation.RequestBody is not { Examples: [var example, ..] } body)
                continue;

            foreach (string field in RequiredAt(body))
            {
                JsonObject spoilt = JsonObject.Create(example.Clone())!;
                spoilt.Remove(field);
                Assert.Contains(
                    Known.Check(body.Schema, JsonSerializer.SerializeToElement(spoilt), SchemaUse.Written),
                    finding => finding.Message.Contains($"'{field}'", StringComparison.Ordinal));
            }
        }
    }

    // Nothing in the contract is a list of lists of Booleans.
    private static JsonArray WrongFor(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [new JsonArray(new JsonArray(true))] : [true];

    private static IEnumerable<string> RequiredAt(ContractBody body)
        => Known.Check(body.Schema, JsonElement.Parse("{}"), SchemaUse.Written).Select(finding => finding.Message.Split('\'')[1]);

    private static ContractBody Body(string operation, string place)
        => place == "request"
            ? Known[operation].RequestBody!
            : Known[operation].Responses[int.Parse(place, System.Globalization.CultureInfo.InvariantCulture)];

    // The examples hide passwords behind asterisks.
    private static SchemaUse Use(string place) => SchemaUse.Redacted | (place == "request" ? SchemaUse.AsShown : SchemaUse.Read);
}
