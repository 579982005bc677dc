using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the projects the credential may see (8.4).</summary>
[Cmdlet(VerbsCommon.Get, "DmsProject")]
[OutputType("HuaweiDms.Project")]
public sealed class GetDmsProject : DmsCmdlet
{
    /// <summary>Names, with wildcards; a name without one that does not exist is an error.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => RunForEachContext(ListAsync);

    private async Task ListAsync(DmsContext context, IPipeline pipeline)
    {
        NameFilter names = new(Name);
        await NamedItems.Of(
            await context.Client.Identity.ListProjectsAsync(names.Only, pipeline.Stop).ConfigureAwait(false),
            names,
            project => [project.Name],
            name => Failures.NotFound("project", name, context.Name, MyInvocation.MyCommand.Name)).WriteAsync(pipeline).ConfigureAwait(false);
    }
}
