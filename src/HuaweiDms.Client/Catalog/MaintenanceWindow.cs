using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A daily period in which the service may work on an instance (5.12.1; v1.0: 7.1.2.3).</summary>
public sealed class MaintenanceWindow : DmsResource
{
    /// <summary>The number of the window.</summary>
    [JsonPropertyName("seq")]
    public int? Number { get; set; }

    /// <summary>The start, as a time of day; the reference does not name the time zone.</summary>
    [JsonPropertyName("begin")]
    [JsonConverter(typeof(TimeOfDayConverter))]
    public TimeSpan? MaintenanceBegin { get; set; }

    /// <summary>The end, four hours after the start.</summary>
    [JsonPropertyName("end")]
    [JsonConverter(typeof(TimeOfDayConverter))]
    public TimeSpan? MaintenanceEnd { get; set; }

    /// <summary>Whether instances use this window if no other was set.</summary>
    [JsonPropertyName("default")]
    public bool? IsDefault { get; set; }

    /// <summary>Returns the start and the end.</summary>
    public override string ToString() => $"{MaintenanceBegin:hh\\:mm}-{MaintenanceEnd:hh\\:mm}";
}
