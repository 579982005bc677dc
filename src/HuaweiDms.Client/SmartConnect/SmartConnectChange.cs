using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>The result of enabling or disabling Smart Connect (5.3.1, 5.3.2, 7.2.4.2).</summary>
public sealed class SmartConnectChange : InstanceResource
{
    /// <summary>Whether it is being enabled.</summary>
    [JsonIgnore]
    public bool Enabled { get; set; }

    /// <summary>The Smart Connect id, when it is enabled.</summary>
    [JsonPropertyName("connector_id")]
    public string? ConnectorId { get; set; }

    /// <summary>The id of the background task that makes the change.</summary>
    [JsonPropertyName("job_id")]
    public string? TaskId { get; set; }

    /// <summary>The order that ends yearly/monthly nodes (7.2.4.2).</summary>
    [JsonPropertyName("order_id")]
    public string? OrderId { get; set; }

    /// <summary>Returns the change.</summary>
    public override string ToString() => $"Smart Connect {(Enabled ? "on" : "off")}";
}
