using System.Text.Json;
using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>The charging mode of an instance.</summary>
public enum ChargingMode
{
    /// <summary>Yearly or monthly, paid in advance.</summary>
    PrePaid,

    /// <summary>Pay-per-use.</summary>
    PostPaid,
}

/// <summary>Reads a charging mode: 0 is yearly/monthly, 1 is pay-per-use (5.1.3); orders and products use words (5.1.1, 5.12.3).</summary>
internal sealed class ChargingModeConverter : JsonConverter<ChargingMode?>
{
    public override ChargingMode? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    internal static ChargingMode? Read(ref Utf8JsonReader reader)
        => Tolerant.ReadScalar(ref reader) switch
        {
            "0" or "prePaid" or "monthly" or "yearly" => ChargingMode.PrePaid,
            "1" or "postPaid" or "hourly" => ChargingMode.PostPaid,
            _ => null,
        };

    public override void Write(Utf8JsonWriter writer, ChargingMode? value, JsonSerializerOptions options)
        => writer.WriteNumberValue(value == ChargingMode.PrePaid ? 0 : 1);
}
