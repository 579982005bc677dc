using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Writes a secret into a request; secrets are never read from a response.</summary>
internal sealed class SecretConverter : JsonConverter<Secret?>
{
    public override Secret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Tolerant.Skip(ref reader);
        return null;
    }

    public override void Write(Utf8JsonWriter writer, Secret? value, JsonSerializerOptions options)
        => writer.WriteStringValue(value!.Reveal());
}
