using System.Net;
using System.Net.Sockets;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The rules of the reference for combinations of values of a creation (5.1.1; v1.0: 7.1.1.1). Products that are not in the
/// reference are checked by the service.
/// </summary>
internal sealed class OrderRules(InstanceSpecification order, bool isV1)
{
    /// <summary>The minimum for a broker of a newer product (5.4.2, 5.12.3).</summary>
    private const int MinPerBrokerGB = 100;

    private const int MaxOlderGB = 90_000;
    private const int MaxBandwidthPerBroker = 300;

    private static readonly TimeSpan WindowLength = TimeSpan.FromHours(4);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The starts of the six windows that the service offers (5.12.1) and v1.0 requires (7.1.1.1), in the order of its list.</summary>
    public static IReadOnlyList<TimeSpan> WindowStarts { get; } =
        [.. Enumerable.Range(0, 6).Select(number => TimeSpan.FromHours((22 + (number * WindowLength.Hours)) % Day.TotalHours))];

    /// <summary>
    /// The maximum for a broker of a newer product: the storage of 30 brokers divided by 30 (5.1.1). For the three larger products
    /// 5.4.2 and 5.12.3 specify 30000; between the two values the service decides.
    /// </summary>
    private static readonly Dictionary<string, long> MaxPerBrokerGB = new(StringComparer.OrdinalIgnoreCase)
    {
        ["c6.2u4g.cluster"] = 10_000,
        ["c6.4u8g.cluster"] = 20_000,
        ["c6.8u16g.cluster"] = 50_000,
        ["c6.12u24g.cluster"] = 50_000,
        ["c6.16u32g.cluster"] = 50_000,
    };

    /// <summary>What the bandwidth determines in v1.0 (7.1.1.1).</summary>
    private static readonly Dictionary<string, (int MinGB, int Brokers, int Partitions)> Older = new(StringComparer.OrdinalIgnoreCase)
    {
        ["100MB"] = (600, 3, 300),
        ["300MB"] = (1200, 3, 900),
        ["600MB"] = (2400, 4, 1800),
        ["1200MB"] = (4800, 8, 1800),
    };

    /// <summary>The first rule that is broken; null if none is.</summary>
    public Failure? Check()
        => (isV1 ? CheckOlderStorage() : CheckStorage()) ?? CheckZones() ?? CheckMaintenance() ?? CheckTenantIps() ?? CheckBandwidth() ?? CheckSasl() ?? CheckAccessModes() ?? CheckTags();

    /// <summary>
    /// The warning about a valid order; null if there is none. 5.4.1 says that the storage is that of a broker times the number of
    /// brokers, but not how a remainder is handled.
    /// </summary>
    public string? Warning
        => !isV1 && order.BrokerCount is > 0 and { } brokers && order.StorageSpaceGB % brokers is > 0 and { } rest
            ? Format(Text.OrderShareWarning, order.Name, order.StorageSpaceGB, brokers, order.StorageSpaceGB - rest, (long)order.StorageSpaceGB - rest + brokers)
            : null;

    /// <summary>The number of partitions of a v1.0 instance; null if its bandwidth is unknown.</summary>
    public static int? PartitionLimitOf(string? bandwidth)
        => Older.TryGetValue(bandwidth ?? string.Empty, out (int MinGB, int Brokers, int Partitions) older) ? older.Partitions : null;

    private Failure? CheckStorage()
    {
        if (order.BrokerCount is not { } brokers || !MaxPerBrokerGB.TryGetValue(order.ProductId ?? string.Empty, out long most))
            return null;
        long least = (long)MinPerBrokerGB * brokers;
        most *= brokers;
        return order.StorageSpaceGB < least || order.StorageSpaceGB > most
            ? Refuse("StorageSpaceGB", order.StorageSpaceGB, Text.OrderBrokerStorageRule, brokers, order.ProductId, least, most)
            : null;
    }

    private Failure? CheckOlderStorage()
    {
        if (order.Specification is not { } size || !Older.TryGetValue(size, out (int MinGB, int Brokers, int Partitions) older))
            return null;
        if (order.StorageSpaceGB < older.MinGB || order.StorageSpaceGB > MaxOlderGB)
            return Refuse("StorageSpaceGB", order.StorageSpaceGB, Text.OrderStorageRule, size, older.MinGB, MaxOlderGB);
        return older.Brokers > 3 && order.StorageSpecCode == "dms.physical.storage.high"
            ? Refuse("StorageSpecCode", order.StorageSpecCode, Text.OrderDiskRule, size)
            : null;
    }

    /// <summary>A zone is identified by its id, while users know its name, such as AZ1.</summary>
    private Failure? CheckZones()
        => Array.Find(order.AvailabilityZones ?? [], IsZoneName) is { } name ? Refuse("AvailabilityZone", name, Text.ZoneNameRule, name.Trim().ToUpperInvariant()) : null;

    private static bool IsZoneName(string zone)
        => zone.Trim() is { Length: 3 or 4 } name && name.StartsWith("AZ", StringComparison.OrdinalIgnoreCase) && name.Skip(2).All(char.IsDigit);

    private Failure? CheckMaintenance()
    {
        (TimeSpan? begin, TimeSpan? end) = (order.MaintenanceBegin, order.MaintenanceEnd);
        if (begin is null && end is not null)
            return Refuse("MaintenanceBegin", null, Text.MaintenanceRule);
        if (begin is not null && end is null)
            return Refuse("MaintenanceEnd", null, Text.MaintenanceRule);
        return CheckWindow(begin, end, isV1, order.Name);
    }

    /// <summary>A window lasts four hours.</summary>
    /// <param name="begin">The start; null if none is specified.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="isV1">Whether v1.0 is used, which allows only fixed windows.</param>
    /// <param name="target">The object of the record.</param>
    public static Failure? CheckWindow(TimeSpan? begin, TimeSpan? end, bool isV1, object? target)
    {
        if (begin is not { } from || end is not { } to)
            return null;
        // v1.0 has six windows (7.1.1.1, 7.1.1.3).
        if (isV1 && !WindowStarts.Contains(from))
            return Failures.InvalidArgument("MaintenanceBegin", from, Text.MaintenanceWindowRule, target);
        return SpansWholeWindow(from, to)
            ? null
            : Failures.InvalidArgument("MaintenanceEnd", to, isV1 ? Text.MaintenanceWindowRule : Text.MaintenanceRule, target);
    }

    /// <summary>The end of the window that begins at a time of day.</summary>
    public static TimeSpan WindowEnd(TimeSpan from) => TimeSpan.FromTicks((from + WindowLength).Ticks % Day.Ticks);

    private static bool SpansWholeWindow(TimeSpan from, TimeSpan to) => WindowEnd(from) == to;

    private Failure? CheckTenantIps() => CheckTenantIps(order.TenantIps ?? [], order.BrokerCount, Text.TenantIpRule, order.Name);

    /// <summary>Checks the private addresses of new brokers, of a new instance or of one that is extended.</summary>
    /// <param name="addresses">The addresses.</param>
    /// <param name="brokers">The number of new brokers; null if unknown.</param>
    /// <param name="countRule">The rule for more addresses than brokers.</param>
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

    /// <summary>Four numbers with dots: the parser would also accept a bare number.</summary>
    public static bool IsIpv4(string text)
        => IPAddress.TryParse(text, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetwork && address.ToString() == text;

    private Failure? CheckBandwidth()
    {
        if (order.PublicBandwidthMbps is not { } bandwidth)
            return null;
        if (order.PublicIpIds is null)
            return Refuse("PublicBandwidthMbps", bandwidth, Text.NeedsPublicIpRule);
        int brokers = order.Specification is { } size && Older.TryGetValue(size, out (int MinGB, int Brokers, int Partitions) older) ? older.Brokers : 1;
        return bandwidth < brokers || bandwidth > MaxBandwidthPerBroker * brokers || bandwidth % brokers != 0
            ? Refuse("PublicBandwidthMbps", bandwidth, Text.PublicBandwidthRule, order.Specification, brokers, MaxBandwidthPerBroker * brokers)
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

    /// <summary>If modes are named individually, the older fields must not request others.</summary>
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
