using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>What is refused in a creation before anything is sent, and what is not (5.1.1, 7.1.1.1).</summary>
public sealed class OrderRulesTests
{
    [Theory]
    [InlineData("c6.2u4g.cluster", 30, 300_000, true)]
    [InlineData("c6.2u4g.cluster", 30, 300_001, false)]
    [InlineData("c6.2u4g.cluster", 3, 30_000, true)]
    [InlineData("c6.2u4g.cluster", 3, 30_001, false)]
    [InlineData("c6.2u4g.cluster", 30, 2_999, false)]
    [InlineData("c6.2u4g.cluster", 4, 400, true)]
    [InlineData("c6.4u8g.cluster", 30, 600_001, false)]
    [InlineData("C6.16U32G.cluster", 30, 1_500_000, true)]
    [InlineData("c6.16u32g.cluster", 3, 150_001, false)]
    [InlineData("c9.64u128g.cluster", 3, 9_000_000, true)]
    public void The_storage_per_broker_is_limited_by_the_product_and_unlimited_for_unknown_products(string product, int brokers, int space, bool fits)
        => Expect(fits, "StorageSpaceGB", order => (order.ProductId, order.BrokerCount, order.StorageSpaceGB) = (product, brokers, space));

    [Theory]
    [InlineData(3, 600, null)]
    [InlineData(3, 700, "kafka-new: 700 GB cannot be divided evenly among 3 brokers, and the service may refuse that; 699 or 702 GB can.")]
    [InlineData(null, 700, null)]
    public void Storage_that_the_brokers_cannot_share_evenly_gives_a_warning(int? brokers, int space, string? said)
        => Assert.Equal(said, new OrderRules(Order(brokers, space), isV1: brokers is null).Warning);

    [Theory]
    [InlineData("100MB", 600, true)]
    [InlineData("300MB", 1199, false)]
    [InlineData("1200MB", 4800, true)]
    [InlineData("1200MB", 90_001, false)]
    public void In_v1_the_bandwidth_determines_the_storage(string bandwidth, int space, bool fits)
        => Expect(fits, "StorageSpaceGB", order => (order.Specification, order.StorageSpaceGB) = (bandwidth, space), isV1: true);

    [Theory]
    [InlineData("300MB", true)]
    [InlineData("600MB", false)]
    public void In_v1_large_instances_require_the_faster_disk(string bandwidth, bool fits)
        => Expect(
            fits,
            "StorageSpecCode",
            order => (order.Specification, order.StorageSpaceGB, order.StorageSpecCode) = (bandwidth, 5000, "dms.physical.storage.high"),
            isV1: true);

    [Fact]
    public void The_offered_maintenance_windows_cover_the_day_without_overlap_and_v1_accepts_each()
    {
        Assert.Equal([22, 2, 6, 10, 14, 18], OrderRules.WindowStarts.Select(start => (int)start.TotalHours));
        Assert.Equal(OrderRules.WindowStarts.Order(), OrderRules.WindowStarts.Select(OrderRules.WindowEnd).Order());
        Assert.All(OrderRules.WindowStarts, start => Assert.Null(OrderRules.CheckWindow(start, OrderRules.WindowEnd(start), isV1: true, target: null)));
    }

    [Theory]
    [InlineData(22, 2, false, true)]
    [InlineData(2, 6, true, true)]
    [InlineData(22, 2, true, true)]
    [InlineData(3, 7, false, true)]
    [InlineData(3, 7, true, false)]
    [InlineData(2, 7, true, false)]
    [InlineData(22, 23, false, false)]
    public void A_maintenance_window_lasts_four_hours_and_has_fixed_times_in_v1(int begin, int end, bool isV1, bool fits)
        => Expect(
            fits,
            begin == 3 ? "MaintenanceBegin" : "MaintenanceEnd",
            order => (order.MaintenanceBegin, order.MaintenanceEnd) = (TimeSpan.FromHours(begin), TimeSpan.FromHours(end)),
            isV1);

    [Theory]
    [InlineData("100MB", 3, true)]
    [InlineData("100MB", 900, true)]
    [InlineData("100MB", 903, false)]
    [InlineData("100MB", 10, false)]
    [InlineData("1200MB", 8, true)]
    [InlineData("1200MB", 3, false)]
    [InlineData("1200MB", 2400, true)]
    public void Public_bandwidth_must_be_a_multiple_of_the_number_of_brokers(string bandwidth, int megabits, bool fits)
        => Expect(
            fits,
            "PublicBandwidthMbps",
            order => (order.Specification, order.StorageSpaceGB, order.PublicIpIds, order.PublicBandwidthMbps) = (bandwidth, 5000, ["eip-1"], megabits),
            isV1: true);

    [Fact]
    public void Public_bandwidth_requires_public_access()
        => Expect(false, "PublicBandwidthMbps", order => order.PublicBandwidthMbps = 3, isV1: true);

    [Fact]
    public void SASL_parameters_require_a_user()
    {
        Expect(false, "SecurityProtocol", order => order.SecurityProtocol = "SASL_SSL");
        Expect(false, "SaslMechanism", order => order.SaslMechanisms = ["PLAIN"]);
        Expect(false, "EnableVpcPlaintext", order => order.VpcPlaintextEnabled = true);
        Expect(true, "", order => (order.AccessUserName, order.SecurityProtocol, order.SaslMechanisms) = ("app-user", "SASL_SSL", ["PLAIN"]));
    }

    [Theory]
    [InlineData("1st-user", false, false)]
    [InlineData("1st-user", true, true)]
    [InlineData("app-user", false, true)]
    public void Only_v1_accepts_user_names_that_do_not_begin_with_a_letter(string user, bool isV1, bool fits)
        => Expect(fits, "AccessCredential", order => order.AccessUserName = user, isV1);

    [Theory]
    [InlineData("AccessMode", "PublicPlain")]
    [InlineData("AccessMode", "PrivateSaslSsl", "PrivateSaslPlaintext")]
    [InlineData("AccessMode", "PrivatePlain", "PublicSaslSsl", "PublicSaslPlaintext")]
    [InlineData("SecurityProtocol", "PrivatePlain", "PrivateSaslPlaintext")]
    [InlineData("", "PrivatePlain", "PrivateSaslSsl", "PublicPlain", "PublicSaslPlaintext")]
    public void Access_modes_that_exclude_each_other_are_refused(string wrong, params string[] modes)
        => Expect(
            wrong.Length == 0,
            wrong,
            order => (order.AccessModes, order.PublicIpIds, order.AccessUserName, order.SecurityProtocol) = (modes, ["eip-1"], "app-user", "SASL_SSL"));

    [Fact]
    public void Access_modes_require_public_access_or_a_user()
    {
        Expect(false, "AccessMode", order => order.AccessModes = ["PrivatePlain", "PublicPlain"]);
        Expect(false, "AccessMode", order => order.AccessModes = ["PrivateSaslSsl"]);
        Expect(true, "", order => order.AccessModes = ["PrivatePlain"]);
    }

    [Theory]
    [InlineData("team/a", "x", false, false)]
    [InlineData("team", "a,b", false, false)]
    [InlineData("team", "a,b", true, false)]
    [InlineData("_sys_x", "x", false, false)]
    [InlineData("_sys_x", "x", true, true)]
    [InlineData("a-key-that-has-more-than-36-characters", "x", true, false)]
    [InlineData("a-key-that-has-more-than-36-characters", "x", false, true)]
    [InlineData("team", "größe 漢字", false, true)]
    public void Tags_follow_the_rules_of_their_API_version(string key, string value, bool isV1, bool fits)
        => Expect(fits, "Tag", order => order.Tags = new Dictionary<string, string>(StringComparer.Ordinal) { [key] = value }, isV1);

    private static void Expect(bool fits, string parameter, Action<InstanceSpecification> change, bool isV1 = false)
    {
        InstanceSpecification order = Order(isV1 ? null : 3, space: 600);
        order.Specification = isV1 ? "100MB" : null;
        change(order);

        Failure? refusal = new OrderRules(order, isV1).Check();

        if (fits)
            Assert.Null(refusal);
        else
            Assert.StartsWith($"-{parameter} ", refusal?.Message, StringComparison.Ordinal);
    }

    private static InstanceSpecification Order(int? brokers, int space) => new()
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
