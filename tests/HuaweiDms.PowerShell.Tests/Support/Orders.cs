namespace HuaweiDms.PowerShell.Tests.Support;

/// <summary>Orders of instances.</summary>
internal static class Orders
{
    public static InstanceSpecification New(int? brokers, int space) => new()
    {
        Name = "kafka-new",
        EngineVersion = "2.7",
        BrokerCount = brokers,
        StorageSpaceGB = space,
        ProductId = "c6.2u4g.cluster",
        StorageSpecCode = "dms.physical.storage.ultra",
        VpcId = "v",
        SubnetId = "s",
        SecurityGroupId = "g",
        AvailabilityZones = ["z"],
    };
}
