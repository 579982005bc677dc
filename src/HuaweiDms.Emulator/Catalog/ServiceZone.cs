using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Catalog;

/// <summary>An availability zone.</summary>
internal sealed class ServiceZone
{
    private ServiceZone(int number)
    {
        Id = IdGenerator.HexForName("zone/" + number);
        Letter = (char)('a' + number - 1);
        Name = "AZ" + number;
        Port = 8000 + number;
    }

    /// <summary>The default zone is first. The third has no IPv6; the last is sold out.</summary>
    public static IReadOnlyList<ServiceZone> All { get; } =
    [
        new(1) { IsDefault = true, HasIpv6 = true }, new(2) { HasIpv6 = true }, new(3), new(4) { IsSoldOut = true },
    ];

    public string Id { get; }

    /// <summary>The suffix that the zone's code adds to the region's name.</summary>
    public char Letter { get; }

    public string Name { get; }

    public int Port { get; }

    public bool IsDefault { get; private init; }

    public bool IsSoldOut { get; private init; }

    public bool HasIpv6 { get; private init; }

    /// <summary>The name of a zone. For an unknown id, which an older state file may contain, the id itself.</summary>
    public static string NameOf(string id) => All.FirstOrDefault(zone => zone.Id == id)?.Name ?? id;

    /// <summary>
    /// Rejects zones that do not exist (including names given instead of ids), are sold out, or lack IPv6 if the instance needs
    /// it.
    /// </summary>
    public static void Check(List<string> zoneIds, bool needsIpv6)
    {
        if (!zoneIds.TrueForAll(id => All.Any(zone => zone.Id == id)))
            throw ServiceErrors.NoSuchZone();
        List<ServiceZone> zones = [.. All.Where(zone => zoneIds.Contains(zone.Id))];
        if (zones.Exists(zone => zone.IsSoldOut))
            throw ServiceErrors.SoldOut();
        if (needsIpv6 && zones.Exists(zone => !zone.HasIpv6))
            throw ServiceErrors.ZoneWithoutIpv6();
    }
}
