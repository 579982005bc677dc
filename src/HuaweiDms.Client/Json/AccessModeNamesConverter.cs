using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Converts names of access modes, which are sent as an object with one flag per mode (5.1.1, <c>port_protocol</c>).</summary>
internal sealed class AccessModeNamesConverter : JsonConverter<string[]?>
{
    public override string[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => throw new NotSupportedException("Access modes are read together with their addresses.");

    public override void Write(Utf8JsonWriter writer, string[]? value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (string mode in value!)
            writer.WriteBoolean(AccessModes.FlagOf(mode), true);
        writer.WriteEndObject();
    }
}
