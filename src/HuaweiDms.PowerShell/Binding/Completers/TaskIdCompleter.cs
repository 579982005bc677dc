using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes background task ids of the instance on the command line, newest first, shown with what they do.</summary>
public sealed class TaskIdCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.Tasks(boundParameters).Where(task => task.TaskId is not null)
            .Select(task => new Proposal(task.TaskId!, task.Name ?? task.TaskId!, Format("{0} {1:u}", task.Status, task.CreatedAt)));
}
