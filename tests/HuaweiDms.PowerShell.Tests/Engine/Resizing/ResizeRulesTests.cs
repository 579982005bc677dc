using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class ResizeRulesTests
{
    [Theory]
    [InlineData(500)]
    [InlineData(899)]
    [InlineData(901)]
    public void Storage_grows_by_multiples_of_100_GB_per_broker_and_the_error_suggests_a_value(int wanted)
    {
        Failure refusal = Rules().CheckStorage(wanted)!;

        Assert.Equal(System.Management.Automation.ErrorCategory.InvalidArgument, refusal.Category);
        Assert.Contains($"'{wanted}'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("900", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_is_already_met_is_NothingToChange_and_not_a_mistake()
    {
        Failure?[] second =
        [
            Rules(extensions: 21).CheckStorage(600), Rules().CheckBrokers(3, storage: null, publicIps: 0, tenantIps: []),
            Rules().CheckBrokers(3, storage: 600, publicIps: 0, tenantIps: []), Rules().CheckProduct("C6.2U4G.cluster"),
        ];

        Assert.All(second, same => Assert.Equal("HuaweiDms.NothingToChange", same!.Id));
        Assert.Equal("HuaweiDms.InvalidArgument", Rules().CheckBrokers(3, storage: 900, publicIps: 0, tenantIps: [])!.Id);
    }

    [Fact]
    public void The_suggested_storage_is_larger_than_the_present_one_for_any_request()
        => Assert.Contains("2147483646 or 2147483649 GB", Rules().CheckStorage(int.MaxValue)!.Message, StringComparison.Ordinal);

    [Fact]
    public void A_valid_request_is_not_refused()
    {
        Assert.Null(Rules().CheckStorage(900));
        Assert.Null(Rules().CheckBrokers(4, storage: null, publicIps: 0, tenantIps: ["192.168.9.9"]));
        Assert.Null(Rules().CheckBrokers(4, storage: 800, publicIps: 0, tenantIps: []));
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void A_disk_that_was_enlarged_more_than_twenty_times_cannot_be_enlarged(int times, bool isRefused)
        => Assert.Equal(isRefused, Rules(extensions: times).CheckStorage(900) is not null);

    [Theory]
    [InlineData("small", 1500, null)]
    [InlineData("small", 1800, "at most 1500")]
    public void Storage_grows_up_to_what_the_product_allows_per_broker(string product, int wanted, string? says)
    {
        ResizeRules rules = Rules(
            new Instance { ProductId = product, NodeCount = 3, TotalStorageSpaceGB = 600 }, new ResizeOption { ProductId = product, Limits = new() { MaxStoragePerBrokerGB = 500 } });

        string? message = rules.CheckStorage(wanted)?.Message;

        if (says is null)
            Assert.Null(message);
        else
            Assert.Contains(says, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 5, 200, 500, true)]
    [InlineData(1, 3, 100, 200, true)]
    [InlineData(4, 5, 200, 500, false)]
    [InlineData(1, 2, 100, 200, false)]
    [InlineData(3, 5, 201, 500, false)]
    [InlineData(1, 3, 100, 199, false)]
    public void A_product_fits_if_the_present_brokers_and_storage_are_within_its_limits(int minBrokers, int maxBrokers, int minStorage, int maxStorage, bool fits)
    {
        ResizeOption option = new()
        {
            ProductId = "other",
            Limits = new() { MinBrokerCount = minBrokers, MaxBrokerCount = maxBrokers, MinStoragePerBrokerGB = minStorage, MaxStoragePerBrokerGB = maxStorage },
        };
        ResizeRules rules = Rules(new Instance { ProductId = "small", NodeCount = 3, TotalStorageSpaceGB = 600 }, option);

        Assert.Equal(fits, rules.CheckProduct("OTHER") is null);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(31)]
    public void The_number_of_brokers_can_only_grow_up_to_thirty(int wanted)
        => Assert.Contains("30", Rules().CheckBrokers(wanted, storage: null, publicIps: 0, tenantIps: [])!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("192.168.9.9", "192.168.9.9")]
    [InlineData("ten")]
    [InlineData("7")]
    [InlineData("fd00::1")]
    [InlineData("192.168.9.1", "192.168.9.2", "192.168.9.3")]
    public void Private_addresses_must_be_distinct_IPv4_addresses_at_most_one_per_new_broker(params string[] addresses)
        => Assert.Contains("-TenantIp", Rules().CheckBrokers(5, storage: null, publicIps: 0, addresses)!.Message, StringComparison.Ordinal);

    [Fact]
    public void With_public_access_every_new_broker_needs_an_address()
    {
        ResizeRules rules = Rules(isPublic: true);

        Assert.NotNull(rules.CheckBrokers(5, storage: null, publicIps: 1, tenantIps: []));
        Assert.Null(rules.CheckBrokers(5, storage: null, publicIps: 2, tenantIps: []));
    }

    [Fact]
    public void Without_public_access_an_address_is_refused()
        => Assert.EndsWith("the instance has no public access; omit -PublicIpId.", Rules().CheckBrokers(5, storage: null, publicIps: 2, tenantIps: [])!.Message, StringComparison.Ordinal);

    [Fact]
    public void If_only_the_addresses_of_brokers_are_known_they_are_counted()
    {
        ResizeRules rules = Rules(new Instance { ConnectAddresses = ["192.168.0.100", "192.168.0.61", "192.168.0.72"], TotalStorageSpaceGB = 600, ProductId = "p" });

        Assert.Equal(800, rules.StorageOf(4));
        Assert.NotNull(rules.CheckStorage(700));
        Assert.NotNull(rules.CheckBrokers(2, storage: null, publicIps: 0, tenantIps: []));
        Assert.Equal("now 600 GB on 3 brokers of p", rules.Present);
    }

    [Fact]
    public void Unknown_values_are_requested_and_not_guessed()
    {
        ResizeRules rules = Rules(new Instance { TotalStorageSpaceGB = 600, ProductId = "p" });

        Assert.Contains("the total for all 4", rules.CheckBrokers(4, storage: null, publicIps: 0, tenantIps: [])!.Message, StringComparison.Ordinal);
        Assert.Null(rules.CheckBrokers(4, storage: 800, publicIps: 0, tenantIps: ["192.168.9.9"]));
        Assert.Null(rules.CheckStorage(900));
        Assert.Null(rules.StorageOf(4));
        Assert.Equal("now 600 GB on ? brokers of p", rules.Present);
        Assert.NotNull(Rules(new Instance { NodeCount = 3 }).CheckBrokers(4, storage: null, publicIps: 0, tenantIps: []));
        Assert.Null(Rules(new Instance(), new ResizeOption { ProductId = "q" }).CheckProduct("q"));
    }

    private static ResizeRules Rules(Instance instance, params ResizeOption[] options) => new(instance, options);

    /// <summary>Three brokers with 200 GB each.</summary>
    private static ResizeRules Rules(int extensions = 0, bool isPublic = false)
        => Rules(
            new Instance
            {
                InstanceId = "8959ab1c-7a1a-41b1-a05a-93dfc361b32d",
                ProductId = "c6.2u4g.cluster",
                NodeCount = 3,
                TotalStorageSpaceGB = 600,
                DiskExtensionCount = extensions,
                PublicConnectAddresses = isPublic ? ["198.18.0.1:9095"] : [],
            });
}
