using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes diagnosis report ids of the instance on the command line, shown with what was diagnosed.</summary>
public sealed class ReportIdCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.Diagnoses(boundParameters)
            .Where(diagnosis => diagnosis.ReportId is not null)
            .Select(diagnosis => new Proposal(diagnosis.ReportId!, $"{diagnosis.ConsumerGroup} {diagnosis.Topic}", Format("{0} {1:u}", diagnosis.Status, diagnosis.StartedAt)));
}
