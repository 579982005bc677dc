using System.Text.Json;
using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>
/// The destination of a Smart Connect task (5.3.3, <c>sink_task</c>): an <see cref="ObsSink"/> or a <see cref="RedisReplicationSink"/>. A
/// task that replicates between Kafka instances has none.
/// </summary>
public abstract class SmartConnectSink
{
    private protected SmartConnectSink()
    {
    }

    /// <summary>The fields of the response that this library does not know, by wire name; null if there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? AdditionalProperties { get; set; }

    /// <summary>The kind, as it is sent; null for one that cannot be sent.</summary>
    internal abstract string? Kind { get; }

    /// <summary>Reads the settings of a kind; null if there are none, because the service sends the unused side as null or empty.</summary>
    internal static SmartConnectSink? Read(string? kind, JsonElement? settings)
    {
        if (SmartConnectSide.Given(settings) is not { } given)
            return null;
        return kind switch
        {
            ObsSink.WireKind => given.Deserialize(ServiceJsonContext.Default.ObsSink),
            RedisReplicationSink.WireKind => given.Deserialize(ServiceJsonContext.Default.RedisReplicationSink),
            _ => given.Deserialize(ServiceJsonContext.Default.UnknownSink),
        };
    }

    /// <summary>Wipes the secrets.</summary>
    internal virtual void Wipe()
    {
    }
}
