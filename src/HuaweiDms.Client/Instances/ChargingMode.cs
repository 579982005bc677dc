using System.Text.Json;
using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>How an instance is paid for.</summary>
public enum ChargingMode
{
    /// <summary>Yearly or monthly, paid before.</summary>
    PrePaid,

    /// <summary>Pay-per-use.</summary>
    PostPaid,
}

/// <summary>0 is yearly/monthly, 1 is pay-per-use (5.1.3); orders and products say it in words (5.1.1, 5.12.3).</summary>
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
