using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the products instances can change to (5.4.2).</summary>
[Cmdlet(VerbsCommon.Get, "DmsResizeOption")]
[OutputType("HuaweiDms.ResizeOption")]
public sealed class GetDmsResizeOption : DmsCmdlet
{
    /// <summary>Products, with wildcards.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProductCompleter))]
    public string[]? ProductId { get; set; }

    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((DmsContext context, InstanceReference instance) in Resolve(InstanceId))
            RunReporting(pipeline => ListAsync(context, instance, pipeline), instance.Id);
    }

    private async Task ListAsync(DmsContext context, InstanceReference instance, IPipeline pipeline)
    {
        IReadOnlyList<ResizeOption> options = await context.Client.Resizing.ListOptionsAsync(instance.Id, pipeline.Stop).ConfigureAwait(false);
        await NamedItems.WriteAsync(
            pipeline,
            options,
            new NameFilter(ProductId),
            option => [option.ProductId],
            product => Failures.NotFound("product", product, instance.Subject, MyInvocation.MyCommand.Name)).ConfigureAwait(false);
    }
}
