using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class ResizeRulesTests
{
    [Theory]
    [InlineData(600)]
    [InlineData(500)]
    [InlineData(899)]
    [InlineData(901)]
    public void Storage_grows_by_100_GB_a_broker_at_least_and_in_whole_multiples_and_what_would_fit_is_said(int wanted)
    {
        Failure refusal = Rules().CheckStorage(wanted)!;

        Assert.Equal(System.Management.Automation.ErrorCategory.InvalidArgument, refusal.Category);
        Assert.Contains($"'{wanted}'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("900", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_fit_is_more_and_not_less_however_much_is_wanted()
        => Assert.Contains("2147483646 or 2147483649 GB", Rules().CheckStorage(int.MaxValue)!.Message, StringComparison.Ordinal);

    [Fact]
    public void What_fits_is_not_refused()
    {
        Assert.Null(Rules().CheckStorage(900));
        Assert.Null(Rules().CheckBrokers(4, storage: null, publicIps: 0, tenantIps: ["192.168.9.9"]));
        Assert.Null(Rules().CheckBrokers(4, storage: 800, publicIps: 0, tenantIps: []));
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    [InlineData(21, true)]
    public void A_disk_is_enlarged_twenty_times_and_no_more(int times, bool isRefused)
        => Assert.Equal(isRefused, Rules(extensions: times).CheckStorage(900) is not null);

    [Theory]
    [InlineData(3)]
    [InlineData(2)]
    [InlineData(31)]
    public void Brokers_only_become_more_and_thirty_at_most(int wanted)
        => Assert.Contains("30", Rules().CheckBrokers(wanted, storage: null, publicIps: 0, tenantIps: [])!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("192.168.9.9", "192.168.9.9")]
    [InlineData("ten")]
    [InlineData("7")]
    [InlineData("fd00::1")]
    [InlineData("192.168.9.1", "192.168.9.2", "192.168.9.3")]
    public void Private_addresses_are_IPv4_each_once_and_one_a_broker_at_most(params string[] addresses)
        => Assert.Contains("-TenantIp", Rules().CheckBrokers(5, storage: null, publicIps: 0, addresses)!.Message, StringComparison.Ordinal);

    [Fact]
    public void With_public_access_every_new_broker_needs_an_address()
    {
        ResizeRules rules = Rules(isPublic: true);

        Assert.NotNull(rules.CheckBrokers(5, storage: null, publicIps: 1, tenantIps: []));
        Assert.Null(rules.CheckBrokers(5, storage: null, publicIps: 2, tenantIps: []));
    }

    /// <summary>Three brokers with 200 GB each.</summary>
    private static ResizeRules Rules(int extensions = 0, bool isPublic = false)
        => new(
            new Instance
            {
                InstanceId = "8959ab1c-7a1a-41b1-a05a-93dfc361b32d",
                ProductId = "c6.2u4g.cluster",
                BrokerCount = 3,
                TotalStorageSpaceGB = 600,
                DiskExtensionCount = extensions,
                PublicConnectAddresses = isPublic ? ["198.18.0.1:9095"] : [],
            },
            []);
}
