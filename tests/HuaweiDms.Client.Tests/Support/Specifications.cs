namespace HuaweiDms.Client.Tests.Support;

/// <summary>Specifications of objects to create.</summary>
internal static class Specifications
{
    /// <summary>Only what v2 requires.</summary>
    public static InstanceSpecification Minimal(string name = "kafka-new") => new()
    {
        Name = name,
        EngineVersion = "2.7",
        BrokerCount = 3,
        StorageSpaceGB = 300,
        ProductId = "c6.2u4g.cluster",
        StorageSpecCode = "dms.physical.storage.ultra.v2",
        VpcId = "vpc-1",
        SubnetId = "subnet-1",
        SecurityGroupId = "sg-1",
        AvailabilityZones = ["63cb182a467c437daa0f001b7fa55fd0"],
    };

    /// <summary>Only what v1.0 requires.</summary>
    public static InstanceSpecification MinimalV1(string name = "kafka-old") => new()
    {
        Name = name,
        EngineVersion = "1.1.0",
        Specification = "100MB",
        PartitionLimit = 300,
        StorageSpaceGB = 600,
        ProductId = "00300-30308-0--0",
        StorageSpecCode = "dms.physical.storage.ultra",
        VpcId = "vpc-1",
        SubnetId = "subnet-1",
        SecurityGroupId = "sg-1",
        AvailabilityZones = ["63cb182a467c437daa0f001b7fa55fd0"],
        ManagerUserName = "manager",
        ManagerPassword = Secret.From("Manager-Pass-1"),
    };

    /// <summary>Everything that v2 accepts.</summary>
    public static InstanceSpecification Maximal(string name = "kafka-full")
    {
        InstanceSpecification full = Minimal(name);
        full.Description = "All there is";
        full.AvailabilityZones = ["63cb182a467c437daa0f001b7fa55fd0", "22d4520bb0ca439fa44add8a00e22fd7", "427d6116eef74710a36457e9c91bc38d"];
        full.MaintenanceBegin = TimeSpan.FromHours(22);
        full.MaintenanceEnd = TimeSpan.FromHours(2);
        full.PublicIpEnabled = true;
        full.PublicIpIds = ["eip-1", "eip-2", "eip-3"];
        full.TenantIps = ["192.168.0.11", "192.168.0.12", "192.168.0.13"];
        full.SaslEnabled = true;
        full.AccessUserName = "app-user";
        full.AccessPassword = Secret.From("Access-Pass-1");
        full.SecurityProtocol = "SASL_SSL";
        full.SaslMechanisms = ["PLAIN", "SCRAM-SHA-512"];
        full.AccessModes = ["PrivatePlain", "PrivateSaslSsl", "PublicSaslSsl"];
        full.RetentionPolicy = "time_base";
        full.Ipv6Enabled = false;
        full.DiskEncrypted = true;
        full.DiskEncryptionKeyId = "key-1";
        full.AutoTopicEnabled = true;
        full.SmartConnectEnabled = true;
        full.VpcPlaintextEnabled = true;
        full.Architecture = "X86";
        full.EnterpriseProjectId = "0";
        full.Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["env"] = "prod", ["empty"] = "" };
        full.Subscription = new() { PeriodType = "month", PeriodCount = 2, AutoRenew = true, AutoPay = true };
        return full;
    }

    /// <summary>A dump task with what 7.2.4.3 requires.</summary>
    public static SinkTaskSpecification SinkTask()
    {
        ObsSink destination = new()
        {
            BucketName = "b",
            ConsumerStrategy = "latest",
            FileType = "TEXT",
            PartitionFormat = "yyyy",
            DeliverInterval = TimeSpan.FromSeconds(30),
        };
        destination.Authenticate(Secret.From("AK"), Secret.From("SK"));
        return new() { Name = "dump-1", Topics = ["payments"], Destination = destination };
    }
}
