using System.Globalization;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Describes an order for confirmation: what determines its price, and who can reach it.</summary>
internal static class OrderText
{
    public static string Of(InstanceSpecification order)
    {
        string? size = order.BrokerCount?.ToString(CultureInfo.InvariantCulture) ?? order.Specification;
        List<string> parts =
        [
            order.EngineVersion,
            $"{size} x {order.ProductId}",
            $"{order.StorageSpaceGB} GB",
        ];
        if (order.Subscription is { ChargingMode: "prePaid", PeriodCount: { } count } terms)
        {
            parts.Add($"for {Counted(count, terms.PeriodType ?? string.Empty)}");
            List<string> automatic = [];
            if (terms.AutoPay is true)
                automatic.Add("paid");
            if (terms.AutoRenew is true)
                automatic.Add("renewed");
            if (automatic.Count > 0)
                parts.Add($"{string.Join(" and ", automatic)} automatically");
        }
        if (order.PublicIpEnabled is true)
            parts.Add("with public access");
        return string.Join(", ", parts);
    }
}
