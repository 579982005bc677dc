using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>Response of 5.2.6.</summary>
internal sealed class ClusterResponse
{
    [JsonPropertyName("cluster")]
    public Cluster? Cluster { get; set; }
}

/// <summary>Response of 5.2.7.</summary>
internal sealed class CoordinatorList
{
    [JsonPropertyName("coordinators")]
    public List<Coordinator>? Coordinators { get; set => field = value ?? []; }
}

/// <summary>Response of 5.2.10.</summary>
internal sealed class DiskUsageResponse
{
    [JsonPropertyName("broker_list")]
    public List<DiskUsage>? Brokers { get; set => field = value ?? []; }
}
