namespace HuaweiDms.PowerShell.Engine;

/// <summary>Compares an existing instance with an order for one of the same name.</summary>
internal static class InstanceDifference
{
    /// <summary>The differences in words; null if there are none. What the service does not report is not compared.</summary>
    public static string? Describe(Instance existing, InstanceSpecification order)
    {
        // A version such as 3.x orders any of that line.
        string? version = order.EngineVersion.EndsWith(".x", StringComparison.Ordinal) ? null : order.EngineVersion;
        (string Name, object? Existing, object? Ordered)[] properties =
        [
            ("EngineVersion", existing.EngineVersion, version),
            ("ProductId", existing.ProductId, order.ProductId),
            ("BrokerCount", existing.BrokerCount, order.BrokerCount),
            ("TotalStorageSpaceGB", existing.TotalStorageSpaceGB, order.StorageSpaceGB),
            ("StorageSpecCode", existing.StorageSpecCode, order.StorageSpecCode),
            ("VpcId", existing.VpcId, order.VpcId),
            ("SubnetId", existing.SubnetId, order.SubnetId),
            ("SecurityGroupId", existing.SecurityGroupId, order.SecurityGroupId),
        ];
        string[] differences =
        [
            .. properties.Where(property => property is { Existing: not null, Ordered: not null } && !property.Existing.Equals(property.Ordered))
                .Select(property => Format("{0} is {1}, not {2}", property.Name, property.Existing, property.Ordered)),
        ];
        return differences.Length == 0 ? null : string.Join("; ", differences);
    }
}
