using System.Collections;
using System.Text.Json;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Finds the parts of a response that were not read.</summary>
internal sealed class ReadResponse
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

    private readonly IReadOnlyList<ResultValues> _results;
    private readonly Func<SchemaField, bool> _isLeftOut;
    private readonly List<(SchemaField Field, string Message)> _lost = [];

    private ReadResponse(IReadOnlyList<ResultValues> results, Func<SchemaField, bool> isLeftOut)
    {
        _results = results;
        _isLeftOut = isLeftOut;
    }

    /// <summary>Returns each field whose value is in none of the results.</summary>
    public static IReadOnlyList<(SchemaField Field, string Message)> Lost(JsonElement schema, JsonElement response, IReadOnlyList<ResultValues> results, Func<SchemaField, bool> isLeftOut)
    {
        ReadResponse reading = new(results, isLeftOut);
        reading.Visit(schema, response, new(response.ValueKind == JsonValueKind.String ? SchemaValues.NameOf(schema, "") : "", ""), "");
        return reading._lost;
    }

    private void Visit(JsonElement schema, JsonElement value, SchemaField field, string places)
    {
        if (_isLeftOut(field))
            return;
        List<object?> found = [.. PropertyNames.Of(field).SelectMany(name => _results.SelectMany(result => Found(result, field, name, places)))];
        if (found.Exists(it => WireComparison.Is(InSeconds(value, field), it)))
            return;
        JsonElement target = ApiContract.Default.Resolve(schema);
        if (value.ValueKind == JsonValueKind.Object && target.TryGetProperty("properties", out JsonElement properties))
            VisitMembers(properties, value, SchemaValues.NameOf(schema, field.Owner + "/" + field.Name), places);
        else if (value.ValueKind == JsonValueKind.Array && target.TryGetProperty("items", out JsonElement items) && ApiContract.Default.Resolve(items).TryGetProperty("properties", out _))
            VisitItems(items, value, field, places);
        else if (!IsKeptAsUnknown(value, places) && !IsNothing(value, field))
            _lost.Add((field, $"{field} {places}: {value.GetRawText()} was read as {(found.Count == 0 ? "nothing" : JsonSerializer.Serialize(found))}"));
    }

    private void VisitMembers(JsonElement properties, JsonElement value, string owner, string places)
    {
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (properties.TryGetProperty(member.Name, out JsonElement property))
                Visit(property, member.Value, new(owner, member.Name), places);
        }
    }

    private void VisitItems(JsonElement schema, JsonElement value, SchemaField field, string places)
    {
        int place = 0;
        foreach (JsonElement item in value.EnumerateArray())
            Visit(schema, item, field, $"{places}/{place++}");
    }

    private static IEnumerable<object?> Found(ResultValues result, SchemaField field, string name, string places)
    {
        if (Rearranged.Contains(field.Owner))
            return result.Anywhere(name);
        // An object with only a name becomes that name, and a list of one its object.
        if (places.Length == 0 && result.Result is string)
            return [result.Result];
        if (result.Result is DmsResource && places.StartsWith("/0", StringComparison.Ordinal) && OfOne.Contains(field.Owner))
            return result.Under(name, places[2..]);
        return result.Under(name, OfAll.Contains(field.ToString()) ? "/0" : places);
    }

    private bool IsKeptAsUnknown(JsonElement value, string places)
        => value.ValueKind == JsonValueKind.Object
            && value.EnumerateObject().All(member => _results.SelectMany(result => result.Under("additionalproperties", places))
                .OfType<IDictionary<string, object?>>()
                .Any(more => more.TryGetValue(member.Name, out object? kept) && WireComparison.Is(member.Value, kept)));

    /// <summary>Whether there is no value, or no object to set the field on.</summary>
    private bool IsNothing(JsonElement value, SchemaField field)
        => value.ValueKind switch
        {
            JsonValueKind.Null => true,
            JsonValueKind.Array when value.GetArrayLength() == 0 => true,
            JsonValueKind.String when value.ValueEquals("") => true,
            _ => OfAll.Contains(field.ToString()) && _results.Any(result => result.Result is ICollection { Count: 0 }),
        };

    private static JsonElement InSeconds(JsonElement value, SchemaField field)
        => field.Name.EndsWith("_ms", StringComparison.Ordinal) ? JsonSerializer.SerializeToElement(value.GetInt64() / 1000d) : value;
}
