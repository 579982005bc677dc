using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes keys of tags: those of the instance on the command line, else those of the project.</summary>
public sealed class TagKeyCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
    {
        IReadOnlyList<InstanceTag> tags = CompletionCache.Tags(boundParameters);
        return tags.Count > 0
            ? tags.Select(tag => new Proposal(tag.Key!, tag.Value ?? string.Empty))
            : CompletionCache.ProjectTags(boundParameters).Select(tag => new Proposal(tag.Key!, string.Join(", ", tag.Values ?? [])));
    }
}
