using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Converts the name of an access mode: <c>PrivateSaslSsl</c> is sent as <c>private_sasl_ssl_enable</c> (5.2.9).</summary>
internal sealed class AccessModeNameConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Tolerant.ReadScalar(ref reader) is { } flag ? AccessModes.NameOf(flag) : null;

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options)
        => writer.WriteStringValue(AccessModes.FlagOf(value!));
}
