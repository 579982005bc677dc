using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Catalog;

/// <summary>An availability zone. Creations in zones that are not known are taken as they come: the list is open.</summary>
internal sealed class ServiceZone
{
    private ServiceZone(int number)
    {
        Id = IdGenerator.HexForName("zone/" + number);
        Letter = (char)('a' + number - 1);
        Name = "AZ" + number;
        Port = 8000 + number;
    }

    /// <summary>The default zone first; the last is sold out, and the third has no IPv6.</summary>
    public static IReadOnlyList<ServiceZone> All { get; } =
    [
        new(1) { IsDefault = true, HasIpv6 = true }, new(2) { HasIpv6 = true }, new(3), new(4) { IsSoldOut = true },
    ];

    public string Id { get; }

    /// <summary>What the code has behind the region's name.</summary>
    public char Letter { get; }

    public string Name { get; }

    public int Port { get; }

    public bool IsDefault { get; private init; }

    public bool IsSoldOut { get; private init; }

    public bool HasIpv6 { get; private init; }

    /// <summary>Refuses a creation in zones that cannot have it.</summary>
    public static void Check(List<string> zoneIds, bool needsIpv6)
    {
        List<ServiceZone> zones = [.. All.Where(zone => zoneIds.Contains(zone.Id))];
        if (zones.Exists(zone => zone.IsSoldOut))
            throw ServiceErrors.SoldOut();
        if (needsIpv6 && zones.Exists(zone => !zone.HasIpv6))
            throw ServiceErrors.ZoneWithoutIpv6();
    }
}
