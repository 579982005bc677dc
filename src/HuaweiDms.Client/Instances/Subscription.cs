using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>The terms of a yearly or monthly instance (5.1.1, <c>bss_param</c>).</summary>
public sealed class Subscription
{
    /// <summary><c>prePaid</c> or <c>postPaid</c>.</summary>
    [JsonPropertyName("charging_mode")]
    public string ChargingMode { get; set; } = "prePaid";

    /// <summary><c>month</c> or <c>year</c>.</summary>
    [JsonPropertyName("period_type")]
    public string? PeriodType { get; set; }

    /// <summary>How many periods: 1 to 9 months, 1 to 3 years.</summary>
    [JsonPropertyName("period_num")]
    public int? PeriodCount { get; set; }

    /// <summary>Whether it renews itself.</summary>
    [JsonPropertyName("is_auto_renew")]
    public bool? AutoRenew { get; set; }

    /// <summary>Whether the order is paid without a manual step.</summary>
    [JsonPropertyName("is_auto_pay")]
    public bool? AutoPay { get; set; }
}
