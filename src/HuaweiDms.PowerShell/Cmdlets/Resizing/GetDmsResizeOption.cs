using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the products instances can change to (5.4.2).</summary>
[Cmdlet(VerbsCommon.Get, "DmsResizeOption")]
[OutputType("HuaweiDms.ResizeOption")]
public sealed class GetDmsResizeOption : InstanceReadCmdlet
{
    /// <summary>Products, with wildcards.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProductCompleter))]
    public string[]? ProductId { get; set; }

    private protected override Func<IPipeline, Task<object?>> Reader(DmsContext context, InstanceReference instance)
    {
        NameFilter products = new(ProductId);
        return async pipeline => NamedItems.Of(
            await context.Client.Resizing.ListOptionsAsync(instance.Id, pipeline.Stop).ConfigureAwait(false),
            products,
            option => [option.ProductId],
            product => Failures.NotFound("product", product, instance.Subject, MyInvocation.MyCommand.Name));
    }
}
