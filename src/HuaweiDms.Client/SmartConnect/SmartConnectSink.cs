using System.Text.Json;
using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>
/// Where a Smart Connect task puts what it copies (5.3.3, <c>sink_task</c>): an <see cref="ObsSink"/> or a
/// <see cref="RedisReplicationSink"/>. A task that copies between Kafka instances has none.
/// </summary>
public abstract class SmartConnectSink
{
    private protected SmartConnectSink()
    {
    }

    /// <summary>Fields the service sent that this library does not know, by their wire names.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? AdditionalProperties { get; set; }

    /// <summary>The kind in the words of the wire; null for one that cannot be sent.</summary>
    internal abstract string? Kind { get; }

    /// <summary>Reads the settings of a kind; null where there are none: the unused side is sent as null or empty.</summary>
    internal static SmartConnectSink? Read(string? kind, JsonElement? settings)
        => SmartConnectSide.Given(settings) is not { } given
            ? null
            : kind switch
            {
                ObsSink.WireKind => given.Deserialize(ServiceJsonContext.Default.ObsSink),
                RedisReplicationSink.WireKind => given.Deserialize(ServiceJsonContext.Default.RedisReplicationSink),
                _ => given.Deserialize(ServiceJsonContext.Default.UnknownSink),
            };

    /// <summary>Wipes what must not be seen.</summary>
    internal virtual void Wipe()
    {
    }
}
