using System.Collections;
using System.Text.Json;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Finds the parts of a response that were not read.</summary>
internal static class ReadAnswer
{
    /// <summary>Objects that are returned in another list than they were sent in.</summary>
    private static readonly string[] Rearranged = ["ProductDetailV1", "ProductIoV1", "ShowInstanceTopicDetailResp", "ShowInstanceTopicDetailRespPartitions", "ShowInstanceTopicDetailRespReplicas"];

    /// <summary>Objects that are sent in a list although one was requested.</summary>
    private static readonly string[] OfOne = ["BackgroundTask", "ShowPartitionMessageEntity"];

    /// <summary>Fields that are sent once for a list and set on each object.</summary>
    private static readonly string[] OfAll =
    [
        "ListAvailableZonesResp.region_id", "ListAvailableZonesRespV1.region_id", "ListAvailableZonesRespV1.regionId", "ListEngineProductsResp.versions",
        "ShowEngineInstanceExtendProductInfoResp.versions", "ShowTopicAccessPolicyResp.topic_type", "ShowInstanceTopicDetailResp.group_subscribed",
    ];

    /// <summary>Returns each field whose value is in none of the results.</summary>
    public static IReadOnlyList<(SchemaField Field, string Message)> Lost(JsonElement schema, JsonElement answer, IReadOnlyList<ResultValues> results, Func<SchemaField, bool> isLeftOut)
    {
        List<(SchemaField, string)> lost = [];
        Visit(schema, answer, new(answer.ValueKind == JsonValueKind.String ? SchemaValues.NameOf(schema, "") : "", ""), "");
        return lost;

        static IEnumerable<object?> Found(ResultValues result, SchemaField field, string name, string places)
            => Rearranged.Contains(field.Owner) ? result.Anywhere(name)
                // An object with only a name becomes that name, and a list of one its object.
                : places.Length == 0 && result.Result is string ? [result.Result]
                : result.Result is DmsResource && places.StartsWith("/0", StringComparison.Ordinal) && OfOne.Contains(field.Owner) ? result.Under(name, places[2..])
                : result.Under(name, OfAll.Contains(field.ToString()) ? "/0" : places);

        void Visit(JsonElement schema, JsonElement value, SchemaField field, string places)
        {
            if (isLeftOut(field))
                return;
            var found = PropertyNames.Of(field).SelectMany(name => results.SelectMany(result => Found(result, field, name, places))).ToList();
            if (found.Exists(it => WireComparison.Is(InSeconds(value, field), it)))
                return;
            var target = ApiContract.Default.Resolve(schema);
            var owner = SchemaValues.NameOf(schema, field.Owner + "/" + field.Name);
            switch (value.ValueKind)
            {
                case JsonValueKind.Object when target.TryGetProperty("properties", out var properties):
                    foreach (var member in value.EnumerateObject())
                    {
                        if (properties.TryGetProperty(member.Name, out var property))
                            Visit(property, member.Value, new(owner, member.Name), places);
                    }

                    break;
                case JsonValueKind.Object when value.EnumerateObject().All(member => results.SelectMany(result => result.Under("additionalproperties", places))
                    .OfType<IDictionary<string, object?>>().Any(more => more.TryGetValue(member.Name, out var kept) && WireComparison.Is(member.Value, kept))):
                    break;
                case JsonValueKind.Array when target.TryGetProperty("items", out var items)
                    && ApiContract.Default.Resolve(items).TryGetProperty("properties", out _):
                    var place = 0;
                    foreach (var item in value.EnumerateArray())
                    {
                        Visit(items, item, field, $"{places}/{place++}");
                    }

                    break;
                // If there are no objects, there is nothing to set the field on.
                case var _ when OfAll.Contains(field.ToString()) && results.Any(result => result.Result is ICollection { Count: 0 }):
                // There is no value.
                case JsonValueKind.Null:
                case JsonValueKind.Array when value.GetArrayLength() == 0:
                case JsonValueKind.String when value.ValueEquals(""):
                    break;
                default:
                    lost.Add((field, $"{field} {places}: {value.GetRawText()} was read as {(found.Count == 0 ? "nothing" : JsonSerializer.Serialize(found))}"));
                    break;
            }
        }
    }

    private static JsonElement InSeconds(JsonElement value, SchemaField field)
        => field.Name.EndsWith("_ms", StringComparison.Ordinal) ? JsonSerializer.SerializeToElement(value.GetInt64() / 1000d) : value;
}
