using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes the client ids that have quotas in the instance on the command line; no API lists other client ids.</summary>
public sealed class ClientIdCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.Quotas(boundParameters)
            .Where(quota => !string.IsNullOrEmpty(quota.ClientId))
            .GroupBy(quota => quota.ClientId, StringComparer.Ordinal)
            .Select(quotas => new Proposal(quotas.Key!, string.Join("; ", quotas)));
}
