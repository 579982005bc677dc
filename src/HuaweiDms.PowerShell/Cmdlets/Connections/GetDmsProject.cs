using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the projects that the credential can access (8.4).</summary>
[Cmdlet(VerbsCommon.Get, "DmsProject")]
[OutputType("HuaweiDms.Project")]
public sealed class GetDmsProject : ConnectionListCmdlet
{
    /// <summary>The names. Wildcards are permitted; an exact name that does not exist is an error.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The ids. Wildcards are permitted. Projects from the pipeline are read again; a connection supplies its project.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ProjectId { get; set; }

    private protected override string[]? Wanted => Name ?? ProjectId;

    private protected override async Task ListAsync(DmsContext context, NameFilter names, IPipeline pipeline)
    {
        string? only = Name is null ? null : names.Only;
        IReadOnlyList<Project> projects = await context.Client.Identity.ListProjectsAsync(only, pipeline.Stop).ConfigureAwait(false);
        // For an unknown name, the error suggests similar names, which takes the whole list.
        if (projects.Count == 0 && only is not null)
            projects = await context.Client.Identity.ListProjectsAsync(cancellationToken: pipeline.Stop).ConfigureAwait(false);
        await NamedItems.Of(
            projects,
            names,
            project => [Name is null ? project.ProjectId : project.Name],
            name => Failures.NotFound("project", name, context.Name, MyInvocation.MyCommand.Name),
            ignoreCase: true).WriteAsync(pipeline).ConfigureAwait(false);
    }
}
