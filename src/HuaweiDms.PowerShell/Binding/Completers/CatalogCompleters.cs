using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Proposes the products that the service offers, or the documented ones (5.1.1) while they cannot be read. The list is open.
/// </summary>
public sealed class ProductCompleter : CompleterBase
{
    private static readonly string[] Documented = ["c6.2u4g.cluster", "c6.4u8g.cluster", "c6.8u16g.cluster", "c6.12u24g.cluster", "c6.16u32g.cluster"];

    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
    {
        IReadOnlyList<Product> offered = Offered(boundParameters);
        return offered.Count > 0
            ? offered.Select(product => new Proposal(product.ProductId!, Hint(product)))
            : Documented.Select(product => new Proposal(product, "Product"));
    }

    private static IReadOnlyList<Product> Offered(IDictionary boundParameters)
    {
        try
        {
            return CompletionCache.Products(boundParameters);
        }
#pragma warning disable CA1031 // Without a connection, and whatever goes wrong, the documented ones are proposed.
        catch (Exception)
#pragma warning restore CA1031
        {
            return [];
        }
    }

    private static string Hint(Product product)
        => product.Bandwidth is { } bandwidth
            ? $"{bandwidth}, {Counted(product.PartitionLimit, "partition")}"
            : $"{product.MinBrokerCount} to {product.MaxBrokerCount} brokers, {product.MaxPartitionsPerBroker} partitions each";
}

/// <summary>Proposes availability zone names, also of zones that are sold out unless -Available was given.</summary>
public sealed class ZoneNameCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => AvailabilityZoneCompleter.Listed(boundParameters)
            .Where(zone => zone.Name is not null)
            .Select(zone => new Proposal(zone.Name!, $"{zone.Code} {zone.ZoneId}"));
}

/// <summary>Proposes availability zone ids, also of zones that are sold out unless -Available was given.</summary>
public sealed class ZoneIdCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => AvailabilityZoneCompleter.Listed(boundParameters).Where(zone => zone.ZoneId is not null).Select(AvailabilityZoneCompleter.ById);
}

/// <summary>Proposes availability zone ids, shown with their names. Zones that are sold out are omitted.</summary>
public sealed class AvailabilityZoneCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.Zones(boundParameters).Where(zone => zone.IsAvailable && zone.ZoneId is not null).Select(ById);

    /// <summary>The zones that Get-DmsAvailabilityZone would list.</summary>
    internal static IEnumerable<AvailabilityZone> Listed(IDictionary boundParameters)
        => CompletionCache.Zones(boundParameters).Where(zone => zone.IsAvailable || !boundParameters.Contains("Available"));

    internal static Proposal ById(AvailabilityZone zone) => new(zone.ZoneId!, zone.Name ?? zone.ZoneId!, $"{zone.Code} {zone.ZoneId}");
}
