using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>Hours in which the service may work on an instance (5.12.1; v1.0: 7.1.2.3).</summary>
public sealed class MaintenanceWindow : DmsResource
{
    /// <summary>The number of the window.</summary>
    [JsonPropertyName("seq")]
    public int? Number { get; set; }

    /// <summary>When it begins: a time of day in a zone that the reference does not name.</summary>
    [JsonPropertyName("begin")]
    [JsonConverter(typeof(TimeOfDayConverter))]
    public TimeSpan? MaintenanceBegin { get; set; }

    /// <summary>When it ends, four hours later.</summary>
    [JsonPropertyName("end")]
    [JsonConverter(typeof(TimeOfDayConverter))]
    public TimeSpan? MaintenanceEnd { get; set; }

    /// <summary>Whether instances have it that were not given another.</summary>
    [JsonPropertyName("default")]
    public bool? IsDefault { get; set; }

    /// <summary>From when to when.</summary>
    public override string ToString() => $"{MaintenanceBegin:hh\\:mm}-{MaintenanceEnd:hh\\:mm}";
}
