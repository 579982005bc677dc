using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>The terms of a yearly/monthly instance (5.1.1, <c>bss_param</c>).</summary>
public sealed class Subscription
{
    /// <summary>The charging mode: <c>prePaid</c> or <c>postPaid</c>.</summary>
    [JsonPropertyName("charging_mode")]
    public string ChargingMode { get; set; } = "prePaid";

    /// <summary>The period: <c>month</c> or <c>year</c>.</summary>
    [JsonPropertyName("period_type")]
    public string? PeriodType { get; set; }

    /// <summary>The number of periods: 1 to 9 months, or 1 to 3 years.</summary>
    [JsonPropertyName("period_num")]
    public int? PeriodCount { get; set; }

    /// <summary>Whether the subscription renews automatically.</summary>
    [JsonPropertyName("is_auto_renew")]
    public bool? AutoRenew { get; set; }

    /// <summary>Whether the order is paid automatically.</summary>
    [JsonPropertyName("is_auto_pay")]
    public bool? AutoPay { get; set; }
}
