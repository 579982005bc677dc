using System.Net;
using System.Net.Sockets;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// What the reference says of the values of a creation together (5.1.1; v1.0: 7.1.1.1). Of products that are not in it nothing
/// is known, so they are left to the service.
/// </summary>
internal sealed class OrderRules(InstanceSpecification order, bool isV1)
{
    /// <summary>The least that a broker of a newer product has (5.4.2, 5.12.3).</summary>
    private const int LeastPerBrokerGB = 100;

    private const int MostOlderGB = 90_000;
    private const int MostBandwidthPerBroker = 300;

    private static readonly TimeSpan WindowLength = TimeSpan.FromHours(4);

    /// <summary>
    /// The most that a broker of a newer product has: its part of the storage of 30 (5.1.1). For the three larger ones 5.4.2 and 5.12.3
    /// have 30000; between the two the service decides.
    /// </summary>
    private static readonly Dictionary<string, long> MostPerBrokerGB = new(StringComparer.OrdinalIgnoreCase)
    {
        ["c6.2u4g.cluster"] = 10_000,
        ["c6.4u8g.cluster"] = 20_000,
        ["c6.8u16g.cluster"] = 50_000,
        ["c6.12u24g.cluster"] = 50_000,
        ["c6.16u32g.cluster"] = 50_000,
    };

    /// <summary>What a bandwidth of v1.0 decides (7.1.1.1).</summary>
    private static readonly Dictionary<string, (int LeastGB, int Brokers, int Partitions)> Older = new(StringComparer.OrdinalIgnoreCase)
    {
        ["100MB"] = (600, 3, 300),
        ["300MB"] = (1200, 3, 900),
        ["600MB"] = (2400, 4, 1800),
        ["1200MB"] = (4800, 8, 1800),
    };

    /// <summary>The first rule that is broken; null where none is.</summary>
    public Failure? Check()
        => (isV1 ? CheckOlderStorage() : CheckStorage()) ?? CheckZones() ?? CheckMaintenance() ?? CheckTenantIps() ?? CheckBandwidth() ?? CheckSasl() ?? CheckAccessModes() ?? CheckTags();

    /// <summary>
    /// What somebody should know of an order that breaks no rule; null where it is nothing. The storage is that of a broker times their
    /// number, says 5.4.1, but nothing says what becomes of a rest.
    /// </summary>
    public string? Warning
        => !isV1 && order.BrokerCount is > 0 and { } brokers && order.StorageSpaceGB % brokers is > 0 and { } rest
            ? Format(Text.OrderShareWarning, order.Name, order.StorageSpaceGB, brokers, order.StorageSpaceGB - rest, (long)order.StorageSpaceGB - rest + brokers)
            : null;

    /// <summary>How many partitions an instance of v1.0 has; null where its bandwidth is not known.</summary>
    public static int? PartitionLimitOf(string? bandwidth)
        => Older.TryGetValue(bandwidth ?? string.Empty, out (int LeastGB, int Brokers, int Partitions) older) ? older.Partitions : null;

    private Failure? CheckStorage()
    {
        if (order.BrokerCount is not { } brokers || !MostPerBrokerGB.TryGetValue(order.ProductId ?? string.Empty, out long most))
            return null;
        long least = (long)LeastPerBrokerGB * brokers;
        most *= brokers;
        return order.StorageSpaceGB < least || order.StorageSpaceGB > most
            ? Refuse("StorageSpaceGB", order.StorageSpaceGB, Text.OrderBrokerStorageRule, brokers, order.ProductId, least, most)
            : null;
    }

    private Failure? CheckOlderStorage()
    {
        if (order.Specification is not { } size || !Older.TryGetValue(size, out (int LeastGB, int Brokers, int Partitions) older))
            return null;
        if (order.StorageSpaceGB < older.LeastGB || order.StorageSpaceGB > MostOlderGB)
            return Refuse("StorageSpaceGB", order.StorageSpaceGB, Text.OrderStorageRule, size, older.LeastGB, MostOlderGB);
        return older.Brokers > 3 && order.StorageSpecCode == "dms.physical.storage.high"
            ? Refuse("StorageSpecCode", order.StorageSpecCode, Text.OrderDiskRule, size)
            : null;
    }

    /// <summary>A zone goes by its id; its name, such as AZ1, is what people know it by.</summary>
    private Failure? CheckZones()
        => Array.Find(order.AvailabilityZones ?? [], IsZoneName) is { } name ? Refuse("AvailabilityZone", name, Text.ZoneNameRule, name.Trim().ToUpperInvariant()) : null;

    private static bool IsZoneName(string zone)
        => zone.Trim() is { Length: 3 or 4 } name && name.StartsWith("AZ", StringComparison.OrdinalIgnoreCase) && name.Skip(2).All(char.IsDigit);

    private Failure? CheckMaintenance()
    {
        (TimeSpan? begin, TimeSpan? end) = (order.MaintenanceBegin, order.MaintenanceEnd);
        if (begin is null != end is null)
            return Refuse(begin is null ? "MaintenanceBegin" : "MaintenanceEnd", null, Text.MaintenanceRule);
        return CheckWindow(begin, end, isV1, order.Name);
    }

    /// <summary>A window lasts four hours.</summary>
    /// <param name="begin">Where it begins; null where none is given.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="isV1">Whether v1.0 is spoken, which insists on the hours it has.</param>
    /// <param name="target">The object of the record.</param>
    public static Failure? CheckWindow(TimeSpan? begin, TimeSpan? end, bool isV1, object? target)
        => isV1 ? CheckOlderWindow(begin, end, target)
            : begin is { } from && end is { } to && !LastsAWindow(from, to) ? Failures.InvalidArgument("MaintenanceEnd", to, Text.MaintenanceRule, target)
            : null;

    /// <summary>A window of v1.0, which has six of them (7.1.1.1, 7.1.1.3).</summary>
    /// <param name="begin">Where it begins; null where none is given.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="target">The object of the record.</param>
    private static Failure? CheckOlderWindow(TimeSpan? begin, TimeSpan? end, object? target)
    {
        if (begin is not { } from || end is not { } to)
            return null;
        if (from.Minutes != 0 || from.Seconds != 0 || from.Hours % 4 != 2)
            return Failures.InvalidArgument("MaintenanceBegin", from, Text.MaintenanceWindowRule, target);
        return LastsAWindow(from, to)
            ? null
            : Failures.InvalidArgument("MaintenanceEnd", to, Text.MaintenanceWindowRule, target);
    }

    private static bool LastsAWindow(TimeSpan from, TimeSpan to) => (from + WindowLength - to).Ticks % TimeSpan.TicksPerDay == 0;

    private Failure? CheckTenantIps() => CheckTenantIps(order.TenantIps ?? [], order.BrokerCount, Text.TenantIpRule, order.Name);

    /// <summary>Private addresses of new brokers, be it of a new instance or of one that gets more.</summary>
    /// <param name="addresses">The addresses.</param>
    /// <param name="brokers">How many brokers are new; null where that is not known.</param>
    /// <param name="countRule">What is said of more addresses than brokers.</param>
    /// <param name="target">The object of the record.</param>
    public static Failure? CheckTenantIps(IReadOnlyCollection<string> addresses, int? brokers, string countRule, object? target)
    {
        if (addresses.Count > brokers)
            return Failures.InvalidArgument("TenantIp", Counted(addresses.Count, "address", "addresses"), countRule, target);
        HashSet<string> known = new(StringComparer.Ordinal);
        return addresses.FirstOrDefault(address => !IsIpv4(address) || !known.Add(address)) is { } wrong
            ? Failures.InvalidArgument("TenantIp", wrong, Text.TenantIpFormRule, target)
            : null;
    }

    /// <summary>Four numbers with points: a parser takes a bare number, too.</summary>
    public static bool IsIpv4(string text)
        => IPAddress.TryParse(text, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetwork && address.ToString() == text;

    private Failure? CheckBandwidth()
    {
        if (order.PublicBandwidthMbps is not { } bandwidth)
            return null;
        if (order.PublicIpIds is null)
            return Refuse("PublicBandwidthMbps", bandwidth, Text.NeedsPublicIpRule);
        int brokers = order.Specification is { } size && Older.TryGetValue(size, out (int LeastGB, int Brokers, int Partitions) older) ? older.Brokers : 1;
        return bandwidth < brokers || bandwidth > MostBandwidthPerBroker * brokers || bandwidth % brokers != 0
            ? Refuse("PublicBandwidthMbps", bandwidth, Text.PublicBandwidthRule, order.Specification, brokers, MostBandwidthPerBroker * brokers)
            : null;
    }

    private Failure? CheckSasl()
    {
        if (order.AccessUserName is { } user)
            return isV1 || InstanceNameAttribute.Fits(user) ? null : Refuse("AccessCredential", user, Text.UserNameRule);
        if (order.SecurityProtocol is not null)
            return Refuse("SecurityProtocol", order.SecurityProtocol, Text.NeedsAccessCredentialRule);
        if (order.SaslMechanisms is { } mechanisms)
            return Refuse("SaslMechanism", string.Join(", ", mechanisms), Text.NeedsAccessCredentialRule);
        return order.VpcPlaintextEnabled is null ? null : Refuse("EnableVpcPlaintext", true, Text.NeedsAccessCredentialRule);
    }

    /// <summary>Modes that are named one by one leave nothing to the older fields.</summary>
    private Failure? CheckAccessModes()
    {
        if (order.AccessModes is not { } modes)
            return null;
        if (AccessModeRules.Clash(modes) is { } clash)
            return Refuse("AccessMode", clash, Text.AccessModeClashRule);
        if (!modes.Any(AccessModeRules.IsPrivate))
            return Refuse("AccessMode", string.Join(", ", modes), Text.PrivateAccessRule);
        if (order.PublicIpIds is null && modes.FirstOrDefault(mode => !AccessModeRules.IsPrivate(mode)) is { } open)
            return Refuse("AccessMode", open, Text.NeedsPublicIpRule);
        if (order.AccessUserName is null && modes.FirstOrDefault(AccessModeRules.IsSasl) is { } sasl)
            return Refuse("AccessMode", sasl, Text.NeedsAccessCredentialRule);
        if (order.VpcPlaintextEnabled is true && !modes.Contains("PrivatePlain"))
            return Refuse("EnableVpcPlaintext", true, Text.AccessModeCountsRule);
        return order.SecurityProtocol is { } protocol && !modes.Any(mode => AccessModeRules.Has(mode, protocol))
            ? Refuse("SecurityProtocol", protocol, Text.AccessModeCountsRule)
            : null;
    }

    private Failure? CheckTags()
        => (order.Tags ?? new Dictionary<string, string>(StringComparer.Ordinal))
            .Select(tag => isV1 ? TagRules.CheckOlder(tag.Key, tag.Value) : TagRules.Check(tag.Key, tag.Value))
            .FirstOrDefault(broken => broken is not null) is { } rule
                ? Refuse("Tag", rule.Text, rule.Rule)
                : null;

    private Failure Refuse(string parameter, object? value, string rule, params object?[] values)
        => Failures.InvalidArgument(parameter, value, Format(rule, values), order.Name);
}
