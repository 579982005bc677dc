using System.Text.Json;
using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>
/// Where a Smart Connect task takes what it copies (5.3.3, <c>source_task</c>): a <see cref="KafkaReplicationSource"/> or a
/// <see cref="RedisReplicationSource"/>. A task that writes this instance's own topics to OBS has none.
/// </summary>
public abstract class SmartConnectSource
{
    private protected SmartConnectSource()
    {
    }

    /// <summary>Fields the service sent that this library does not know, by their wire names.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? AdditionalProperties { get; set; }

    /// <summary>The kind in the words of the wire; null for one that cannot be sent.</summary>
    internal abstract string? Kind { get; }

    /// <summary>Reads the settings of a kind; null where there are none: the unused side is sent as null or empty.</summary>
    internal static SmartConnectSource? Read(string? kind, JsonElement? settings)
        => SmartConnectSide.Given(settings) is not { } given
            ? null
            : kind switch
            {
                KafkaReplicationSource.WireKind => given.Deserialize(ServiceJsonContext.Default.KafkaReplicationSource),
                RedisReplicationSource.WireKind => given.Deserialize(ServiceJsonContext.Default.RedisReplicationSource),
                _ => given.Deserialize(ServiceJsonContext.Default.UnknownSource),
            };

    /// <summary>Wipes what must not be seen.</summary>
    internal virtual void Wipe()
    {
    }
}
