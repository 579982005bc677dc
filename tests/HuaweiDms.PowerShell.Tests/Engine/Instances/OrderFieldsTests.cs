using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>What each API version requires for a creation and what it has no field for (5.1.1, 7.1.1.1).</summary>
public sealed class OrderFieldsTests
{
    [Fact]
    public void Each_API_version_reports_missing_parameters()
    {
        Expect("BrokerCount", order => order.BrokerCount = null);
        Expect("Specification", order => order.Specification = null, isV1: true);
        Expect("ManagerCredential", order => order.ManagerUserName = null, isV1: true);
        Expect(null, _ => { });
        Expect(null, _ => { }, isV1: true);
    }

    [Fact]
    public void A_parameter_without_a_field_in_the_API_version_is_refused()
    {
        Expect("PublicBandwidthMbps", order => order.PublicBandwidthMbps = 300);
        Expect("SecurityProtocol", order => order.SecurityProtocol = "SASL_SSL", isV1: true);
        Expect("SaslMechanism cannot be 'PLAIN, SCRAM-SHA-512':", order => order.SaslMechanisms = ["PLAIN", "SCRAM-SHA-512"], isV1: true);
        Expect("AccessMode", order => order.AccessModes = ["PrivatePlain"], isV1: true);
        Expect("EnableVpcPlaintext", order => order.VpcPlaintextEnabled = true, isV1: true);
        Expect("TenantIp", order => order.TenantIps = ["10.0.0.1"], isV1: true);
        Expect("EnableIpv6", order => order.Ipv6Enabled = true, isV1: true);
        Expect("DiskEncryptionKeyId", order => order.DiskEncryptionKeyId = "k", isV1: true);
        Expect("EnableSmartConnect", order => order.SmartConnectEnabled = true, isV1: true);
        Expect("Architecture", order => order.Architecture = "X86", isV1: true);
    }

    [Theory]
    [InlineData("prePaid", "month", 9, null)]
    [InlineData("prePaid", "year", 3, null)]
    [InlineData("prePaid", "year", 4, "PeriodCount")]
    [InlineData("prePaid", null, 1, "PeriodType")]
    [InlineData("prePaid", "month", null, "PeriodCount")]
    [InlineData("postPaid", "month", null, "PeriodType")]
    [InlineData("postPaid", null, 1, "PeriodCount")]
    [InlineData("postPaid", null, null, null)]
    public void Only_a_subscription_has_periods_and_it_requires_them(string mode, string? period, int? count, string? wrong)
        => Expect(wrong, order => order.Subscription = new() { ChargingMode = mode, PeriodType = period, PeriodCount = count });

    [Fact]
    public void Renewal_and_payment_belong_to_a_subscription()
    {
        Expect("AutoRenew", order => order.Subscription = new() { ChargingMode = "postPaid", AutoRenew = true });
        Expect("AutoPay", order => order.Subscription = new() { ChargingMode = "postPaid", AutoPay = true });
        Expect(
            "ChargingMode cannot be 'PrePaid':",
            order => order.Subscription = new() { ChargingMode = "prePaid", PeriodType = "month", PeriodCount = 1 },
            isV1: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fields_of_the_other_API_version_are_removed(bool isV1)
    {
        InstanceSpecification order = Order();
        order.Subscription = new() { ChargingMode = "postPaid" };

        new OrderFields(order, isV1).LeaveOutUnknown();

        Assert.Equal(isV1, order.BrokerCount is null);
        Assert.Equal(isV1, order.Subscription is null);
        Assert.Equal(isV1 ? 300 : null, order.PartitionLimit);
        Assert.Equal(isV1, order.Specification is not null);
        Assert.Equal(isV1, order.ManagerUserName is not null);
    }

    private static void Expect(string? wrong, Action<InstanceSpecification> change, bool isV1 = false)
    {
        InstanceSpecification order = Order();
        change(order);

        Failure? refusal = new OrderFields(order, isV1).Check();

        if (wrong is null)
            Assert.Null(refusal);
        else
            Assert.StartsWith($"-{wrong} ", refusal?.Message, StringComparison.Ordinal);
    }

    /// <summary>An order with everything that either API version requires.</summary>
    private static InstanceSpecification Order()
    {
        InstanceSpecification order = Orders.New(brokers: 3, space: 600);
        order.Specification = "100MB";
        order.ManagerUserName = "manager";
        return order;
    }
}
