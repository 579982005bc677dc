using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes the broker numbers of the instance on the command line, shown with their addresses.</summary>
public sealed class BrokerCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.Brokers(boundParameters)
            .Where(broker => broker.BrokerId is not null)
            .Select(broker => new Proposal(Format("{0}", broker.BrokerId), broker.Host is null ? "Broker" : Format("{0}:{1}", broker.Host, broker.Port)));
}
