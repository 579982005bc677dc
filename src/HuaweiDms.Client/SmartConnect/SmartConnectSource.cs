using System.Text.Json;
using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>
/// The source of a Smart Connect task (5.3.3, <c>source_task</c>): a <see cref="KafkaReplicationSource"/> or a <see
/// cref="RedisReplicationSource"/>. A task that writes topics of this instance to OBS has none.
/// </summary>
public abstract class SmartConnectSource
{
    private protected SmartConnectSource()
    {
    }

    /// <summary>The fields of the response that this library does not know, by wire name; null if there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? AdditionalProperties { get; set; }

    /// <summary>The kind, as it is sent; null for one that cannot be sent.</summary>
    internal abstract string? Kind { get; }

    /// <summary>Reads the settings of a kind; null if there are none, because the service sends the unused side as null or empty.</summary>
    internal static SmartConnectSource? Read(string? kind, JsonElement? settings)
    {
        if (SmartConnectSide.Given(settings) is not { } given)
            return null;
        return kind switch
        {
            KafkaReplicationSource.WireKind => given.Deserialize(ServiceJsonContext.Default.KafkaReplicationSource),
            RedisReplicationSource.WireKind => given.Deserialize(ServiceJsonContext.Default.RedisReplicationSource),
            _ => given.Deserialize(ServiceJsonContext.Default.UnknownSource),
        };
    }

    /// <summary>Wipes the secrets.</summary>
    internal virtual void Wipe()
    {
    }
}
