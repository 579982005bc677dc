using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes the consumer groups of the instance on the command line; none if there is no instance.</summary>
public sealed class ConsumerGroupCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters) => Propose(boundParameters, string.Empty);

    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters, string typed)
        => CompletionCache.ConsumerGroups(boundParameters, typed)
            .Where(group => group.ConsumerGroup is not null)
            .Select(group => new Proposal(group.ConsumerGroup!, $"{group.State}, lag {group.Lag}"));
}

/// <summary>Proposes the documented states of consumer groups (5.6.1).</summary>
public sealed class ConsumerGroupStateCompleter() : WordCompleter("State", Engine.KnownStates.ConsumerGroups.Names);
