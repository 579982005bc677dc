using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes the tag keys of the instance on the command line, or those of the project.</summary>
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

/// <summary>Proposes the tags of the project as text, such as 'env=prod'.</summary>
public sealed class TagCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.ProjectTags(boundParameters)
            .SelectMany(tag => (tag.Values ?? []).Select(value => new Proposal($"{tag.Key}={value}", "Tag")));
}
