using HuaweiDms.Emulator.Catalog;
using HuaweiDms.Emulator.Instances;

namespace HuaweiDms.Emulator.State;

/// <summary>The instances that a new emulator starts with. Identifiers are derived from names, so that examples stay valid.</summary>
internal static class SampleProject
{
    private static readonly DateTimeOffset FirstDay = new(2024, 3, 4, 9, 15, 0, TimeSpan.Zero);

    /// <param name="project">The project to fill.</param>
    /// <param name="now">The time of the latest messages.</param>
    public static void Fill(ProjectState project, DateTimeOffset now)
    {
        AddProduction(project);
        AddTestAndDevelopment(project);
        AddOldAndFailed(project);
        foreach (KafkaInstance instance in project.Instances)
            SampleTopics.Fill(instance, now);
        SampleSmartConnect.Fill(project);
        project.DcsInstances.AddRange(
        [
            Redis("redis-legacy", "3.0"), Redis("redis-session", "4.0"), Redis("redis-prod", "5.0"), Redis("redis-test", "6.0"),
        ]);
    }

    private static void AddProduction(ProjectState project)
    {
        KafkaInstance main = Kafka(project, "kafka-prod", "c6.8u16g.cluster", "2.7", brokers: 3, storage: 1500, zones: 3);
        Secure(main, "SASL_SSL", publicAccess: true, project);
        AddTags(main, ("env", "prod"), ("team", "platform"));
        AddPastTasks(main);
        AddUsers(main);
        KafkaInstance orders = Kafka(project, "kafka-prod-orders", "c6.4u8g.cluster", "2.7", brokers: 3, storage: 900, zones: 3);
        Secure(orders, "SASL_SSL", publicAccess: false, project);
        AddTags(orders, ("env", "prod"), ("team", "orders"));
        KafkaInstance payments = Kafka(project, "kafka-prod-payments", "c6.4u8g.cluster", "3.x", brokers: 5, storage: 1500, zones: 3);
        Secure(payments, "SASL_SSL", publicAccess: false, project);
        AddTags(payments, ("env", "prod"), ("team", "payments"));
        payments.DiskKeyId = IdGenerator.ForName("key/payments");
        KafkaInstance analytics = Kafka(project, "kafka-analytics", "c6.16u32g.cluster", "2.7", brokers: 6, storage: 12000, zones: 1);
        analytics.OrderId = "CS2404011015HQ3ZT";
        analytics.RetentionPolicy = "time_base";
    }

    private static void AddTestAndDevelopment(ProjectState project)
    {
        KafkaInstance staging = Kafka(project, "kafka-staging", "c6.4u8g.cluster", "2.7", brokers: 3, storage: 900, zones: 3);
        Secure(staging, "SASL_PLAINTEXT", publicAccess: false, project);
        AddTags(staging, ("env", "staging"));
        AddTags(Kafka(project, "kafka-test-01", "c6.2u4g.cluster", "2.7", brokers: 3, storage: 300, zones: 1), ("env", "test"));
        AddTags(Kafka(project, "kafka-test-02", "c6.2u4g.cluster", "3.x", brokers: 3, storage: 300, zones: 1), ("env", "test"));
        AddTags(Kafka(project, "kafka-test-perf", "c6.8u16g.cluster", "3.x", brokers: 3, storage: 3000, zones: 1), ("env", "test"));
        KafkaInstance dev = Kafka(project, "kafka-dev", "c6.2u4g.cluster", "2.7", brokers: 3, storage: 300, zones: 1);
        dev.IsAutoTopicEnabled = true;
        AddTags(dev, ("env", "dev"));
    }

    private static void AddOldAndFailed(ProjectState project)
    {
        KafkaInstance legacy = Kafka(project, "kafka-legacy", "00300-30308-0--0", "1.1.0", brokers: 3, storage: 600, zones: 1);
        legacy.StorageSpecCode = "dms.physical.storage.ultra";
        legacy.ManagerUser = "admin";
        legacy.OrderId = "CS2403040915KL8WA";
        legacy.Lifecycle.Enter(InstanceStatus.Frozen);
        foreach (string name in new[] { "kafka-poc-01", "kafka-poc-02" })
        {
            KafkaInstance failed = Kafka(project, name, "c6.2u4g.cluster", "2.7", brokers: 3, storage: 300, zones: 1);
            failed.Lifecycle.Enter(InstanceStatus.CreateFailed);
        }
    }

    private static KafkaInstance Kafka(
        ProjectState project, string name, string product, string version, int brokers, int storage, int zones)
    {
        KafkaInstance instance = new()
        {
            Id = IdGenerator.ForName("kafka/" + name),
            Name = name,
            CreatedAt = FirstDay.AddDays(17 * project.Instances.Count),
            EngineVersion = version,
            ProductId = product,
            BrokerCount = brokers,
            TotalStorageGB = storage,
            StorageSpecCode = "dms.physical.storage.ultra.v2",
            VpcId = IdGenerator.ForName("vpc/default"),
            SubnetId = IdGenerator.ForName("subnet/default"),
            SecurityGroupId = IdGenerator.ForName("group/default"),
            ZoneIds = [.. ServiceZone.All.Take(zones).Select(zone => zone.Id)],
            AccessModes = { PrivatePlain = true },
        };
        KafkaProduct.Of(product).Apply(instance);
        instance.Lifecycle.Enter(InstanceStatus.Running);
        instance.PrivateAddresses.AddRange(Enumerable.Range(0, brokers).Select(_ => project.NextPrivateAddress()));
        project.Instances.Add(instance);
        return instance;
    }

    private static void Secure(KafkaInstance instance, string protocol, bool publicAccess, ProjectState project)
    {
        bool ssl = protocol == "SASL_SSL";
        instance.SaslMechanisms.AddRange(["PLAIN", "SCRAM-SHA-512"]);
        instance.Users.Add(KafkaUser.Default("app-user", instance.CreatedAt));
        instance.AccessModes = new()
        {
            PrivateSaslSsl = ssl,
            PrivateSaslPlaintext = !ssl,
            PublicSaslSsl = ssl && publicAccess,
            PublicSaslPlaintext = !ssl && publicAccess,
        };
        if (publicAccess)
            instance.PublicAddresses.AddRange(Enumerable.Range(0, instance.BrokerCount).Select(_ => project.NextPublicAddress()));
    }

    private static void AddTags(KafkaInstance instance, params (string Key, string Value)[] tags)
        => instance.Tags.AddRange(tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value }));

    private static void AddUsers(KafkaInstance instance)
    {
        foreach ((string name, string description) in new[]
        {
            ("orders-writer", "Order service, produces orders"), ("billing", "Writes invoices"), ("reporting", "Nightly reports, reads only"),
        })
            instance.Users.Add(new() { Name = name, Description = description, CreatedAt = instance.CreatedAt.AddDays(instance.Users.Count) });
    }

    /// <summary>The task kinds and parameters are those of the reference's examples (5.9). The times do not depend on the clock.</summary>
    private static void AddPastTasks(KafkaInstance instance)
    {
        string address = $$"""{"public_ip_id":"{{IdGenerator.ForName("eip/kafka-prod")}}","public_ip_address":"{{instance.PublicAddresses[0]}}","enable_public_ip":true}""";
        AddPastTask(instance, "modifyAutoTopic", 12, BackgroundTask.Success, """{"old_auto_status":true,"new_auto_status":false}""");
        AddPastTask(instance, "bindInstancePublicIp", 40, BackgroundTask.Failed, address);
        AddPastTask(instance, "bindInstancePublicIp", 41, BackgroundTask.Success, address);
        AddPastTask(
            instance, "changeRetentionPolicy", 98, BackgroundTask.Success,
            """{"new_retention_policy":"produce_reject","origin_retention_policy":"time_base"}""");
    }

    private static void AddPastTask(KafkaInstance instance, string name, int day, string status, string parameters)
        => instance.Tasks.Add(new()
        {
            Id = IdGenerator.HexForName($"task/{instance.Name}/{day}"),
            Name = name,
            Parameters = parameters,
            Lifecycle = new Lifecycle().Enter(status),
            CreatedAt = FirstDay.AddDays(day),
            BeginsAt = FirstDay.AddDays(day),
            EndsAt = FirstDay.AddDays(day).AddSeconds(5),
        });

    private static DcsInstance Redis(string name, string version) => new()
    {
        Id = IdGenerator.ForName("redis/" + name),
        Name = name,
        EngineVersion = version,
        Lifecycle = new Lifecycle().Enter(InstanceStatus.Running),
    };
}
