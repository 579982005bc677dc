using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Converts target topics by source topic, sent as one text: <c>a:b,c:d</c> (5.3.3).</summary>
internal sealed class TopicMappingConverter : JsonConverter<IDictionary<string, string>?>
{
    public override IDictionary<string, string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (CommaListConverter.Split(Tolerant.ReadScalar(ref reader)) is not { Length: > 0 } pairs)
            return null;
        Dictionary<string, string> topics = new(StringComparer.Ordinal);
        foreach (string pair in pairs)
        {
            int colon = pair.IndexOf(':');
            topics[colon < 0 ? pair : pair.Substring(0, colon)] = pair.Substring(colon + 1);
        }
        return topics;
    }

    public override void Write(Utf8JsonWriter writer, IDictionary<string, string>? value, JsonSerializerOptions options)
        => writer.WriteStringValue(string.Join(",", value!.Select(pair => $"{pair.Key}:{pair.Value}")));
}
