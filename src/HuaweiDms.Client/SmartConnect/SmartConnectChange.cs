using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Smart Connect that is being turned on or off (5.3.1, 5.3.2, 7.2.4.2).</summary>
public sealed class SmartConnectChange : InstanceResource
{
    /// <summary>On or off.</summary>
    [JsonIgnore]
    public bool Enabled { get; set; }

    /// <summary>The Smart Connect id; when it is turned on.</summary>
    [JsonPropertyName("connector_id")]
    public string? ConnectorId { get; set; }

    /// <summary>The background task that makes the change.</summary>
    [JsonPropertyName("job_id")]
    public string? TaskId { get; set; }

    /// <summary>The order that ends yearly/monthly nodes (7.2.4.2).</summary>
    [JsonPropertyName("order_id")]
    public string? OrderId { get; set; }

    /// <summary>What becomes of it.</summary>
    public override string ToString() => $"Smart Connect {(Enabled ? "on" : "off")}";
}
