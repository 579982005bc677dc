using System.Collections;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Changes the addresses that instances advertise to clients in other VPCs (5.2.5). Listeners that are not named stay unchanged; if
/// all are already as requested, nothing is sent.
/// </summary>
[Cmdlet(VerbsCommon.Set, "DmsCrossVpcAddress", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.CrossVpcAddressResult")]
public sealed class SetDmsCrossVpcAddress : PlannedCmdlet
{
    /// <summary>The listeners and the address or domain name that each advertises: @{ '192.168.0.4' = '10.1.0.4' }.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public IDictionary? Address { get; set; }

    private protected override bool IsDestructive => true;

    private protected override string Purpose => "Change cross-VPC addresses";

    private protected override async Task<PlannedChange> PlanAsync(
        DmsContext context, InstanceReference instance, object? part, CancellationToken cancellationToken)
    {
        Instance current = await context.Client.Instances.GetAsync(instance.Id, cancellationToken).ConfigureAwait(false);
        CrossVpcAddress[] addresses = current.CrossVpcAddresses ?? [];
        List<Failure> refused = [];
        List<string> changes = [];
        foreach (DictionaryEntry wanted in Address!)
        {
            string listener = wanted.Key.ToString()!.Trim();
            string told = wanted.Value?.ToString()?.Trim() ?? string.Empty;
            CrossVpcAddress? known = Array.Find(addresses, address => address.ListenerIp == listener);
            if (known is null || !IsAddress(told))
            {
                string rule = Format(
                    Text.CrossVpcRule, instance.Subject, string.Join(", ", addresses.Select(address => address.ListenerIp)));
                refused.Add(Failures.InvalidArgument(nameof(Address), $"{listener} = {told}", rule, listener));
                continue;
            }
            if (known.AdvertisedIp == told)
                continue;
            known.AdvertisedIp = told;
            changes.Add(known.ListenerIp + " -> " + told);
        }
        if (refused.Count > 0)
            return PlannedChange.Refused(refused);
        return changes.Count == 0
            ? PlannedChange.None([.. addresses.Select(address => ResultOf(address).In(context, instance))])
            : PlannedChange.To(
                "Change cross-VPC addresses " + string.Join(", ", changes),
                async pipeline => await context.Client.Settings.ChangeCrossVpcAddressesAsync(instance.Id, addresses, pipeline.Stop).ConfigureAwait(false),
                finish: (results, pipeline) => WriteAsync(instance, (IReadOnlyList<CrossVpcAddressResult>)results!, pipeline));
    }

    /// <summary>
    /// Whether a text is an IP address or a domain name. No domain name consists of digits and dots alone. The reference does not mention
    /// IPv6 here, so the service decides.
    /// </summary>
    private static bool IsAddress(string text)
        => OrderRules.IsIpv4(text)
            || (Uri.CheckHostName(text) is UriHostNameType.Dns or UriHostNameType.IPv6 && !text.All(one => one is '.' or (>= '0' and <= '9')));

    /// <summary>Returns the result of a listener if all are already as requested.</summary>
    private static CrossVpcAddressResult ResultOf(CrossVpcAddress address)
        => new() { ListenerIp = address.ListenerIp, AdvertisedIp = address.AdvertisedIp, Succeeded = true };

    /// <summary>Emits one result per listener, and one error for each that was not changed.</summary>
    private async Task<object?> WriteAsync(InstanceReference instance, IReadOnlyList<CrossVpcAddressResult> results, IPipeline pipeline)
    {
        await pipeline.WriteAllAsync(results).ConfigureAwait(false);
        foreach (CrossVpcAddressResult result in results.Where(result => result.Succeeded == false))
            await pipeline.WriteErrorAsync(Failures.ItemFailed(Purpose, instance.Subject, result)).ConfigureAwait(false);
        return null;
    }
}
