namespace HuaweiDms.PowerShell.Engine;

/// <summary>Describes an order for confirmation: what determines its price, and who can reach it.</summary>
internal static class OrderText
{
    public static string Of(InstanceSpecification order)
    {
        List<string> parts =
        [
            order.EngineVersion ?? string.Empty,
            $"{(order.BrokerCount is { } brokers ? $"{brokers}" : order.Specification)} x {order.ProductId}",
            $"{order.StorageSpaceGB} GB",
        ];
        if (order.Subscription is { ChargingMode: "prePaid", PeriodCount: { } count } terms)
        {
            parts.Add($"for {Counted(count, terms.PeriodType ?? string.Empty)}");
            string[] itself = [.. new[] { terms.AutoPay is true ? "paid" : null, terms.AutoRenew is true ? "renewed" : null }.OfType<string>()];
            if (itself.Length > 0)
                parts.Add($"{string.Join(" and ", itself)} automatically");
        }
        if (order.PublicIpEnabled is true)
            parts.Add("with public access");
        return string.Join(", ", parts);
    }
}
