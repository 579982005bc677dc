using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>How an existing instance is compared with an order for one of the same name.</summary>
public sealed class InstanceDifferenceTests
{
    [Theory]
    [InlineData("2.7", "c6.2u4g.cluster", 300, null)]
    [InlineData("3.x", "c6.2u4g.cluster", 300, null)]
    [InlineData("1.1.0", "c6.2u4g.cluster", 300, "EngineVersion is 2.7, not 1.1.0")]
    [InlineData("2.7", "c6.4u8g.cluster", 600, "ProductId is c6.2u4g.cluster, not c6.4u8g.cluster; TotalStorageSpaceGB is 300, not 600")]
    public void An_existing_instance_differs_where_both_say_something_else(string version, string product, int storage, string? expected)
    {
        Instance existing = new() { Name = "kafka-prod", EngineVersion = "2.7", ProductId = "c6.2u4g.cluster", TotalStorageSpaceGB = 300 };

        InstanceSpecification order = new()
        {
            Name = "kafka-prod",
            EngineVersion = version,
            ProductId = product,
            StorageSpaceGB = storage,
            StorageSpecCode = "dms.physical.storage.ultra.v2",
            VpcId = "vpc",
            SubnetId = "subnet",
            SecurityGroupId = "group",
            AvailabilityZones = [],
        };

        Assert.Equal(expected, InstanceDifference.Describe(existing, order));
    }
}
