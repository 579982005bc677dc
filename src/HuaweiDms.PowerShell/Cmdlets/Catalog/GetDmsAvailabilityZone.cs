using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the availability zones of the region (5.12.2; v1.0: 7.1.2.1).</summary>
[Cmdlet(VerbsCommon.Get, "DmsAvailabilityZone")]
[OutputType("HuaweiDms.AvailabilityZone")]
public sealed class GetDmsAvailabilityZone : ConnectionListCmdlet
{
    /// <summary>The zones, by name, code or id. Wildcards are permitted; an exact name that does not exist is an error.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ZoneNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The zones, as for -Name. Zones from the pipeline are read again.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [Alias("Code")]
    [ArgumentCompleter(typeof(ZoneIdCompleter))]
    public string[]? ZoneId { get; set; }

    /// <summary>Only zones in which an instance can be created now.</summary>
    [Parameter]
    public SwitchParameter Available { get; set; }

    private protected override string[]? Wanted => Name ?? ZoneId;

    private protected override async Task ListAsync(DmsContext context, NameFilter names, IPipeline pipeline)
    {
        IReadOnlyList<AvailabilityZone> zones = await context.Client.Catalog.ListZonesAsync(pipeline.Stop).ConfigureAwait(false);
        await NamedItems.Of(
            zones.Where(zone => !Available || zone.IsAvailable),
            names,
            zone => [zone.Name, zone.Code, zone.ZoneId],
            name => Failures.NotFound(Available ? "availability zone with resources left" : "availability zone", name, context.Name, MyInvocation.MyCommand.Name),
            ignoreCase: true).WriteAsync(pipeline).ConfigureAwait(false);
    }
}
