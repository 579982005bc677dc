using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the products that are available for instances, with their limits (5.12.3; v1.0: 7.1.2.2).</summary>
[Cmdlet(VerbsCommon.Get, "DmsProduct")]
[OutputType("HuaweiDms.Product")]
public sealed class GetDmsProduct : ConnectionListCmdlet
{
    /// <summary>The products, by id. Wildcards are permitted; an exact id that does not exist is an error.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [Alias("Name")]
    [ArgumentCompleter(typeof(ProductCompleter))]
    public string[]? ProductId { get; set; }

    private protected override string[]? Wanted => ProductId;

    private protected override async Task ListAsync(DmsContext context, NameFilter names, IPipeline pipeline)
    {
        IReadOnlyList<Product> products = await context.Client.Catalog.ListProductsAsync(names.Only, pipeline.Stop).ConfigureAwait(false);
        // For an unknown id, the error suggests similar ids, which takes the whole list.
        if (products.Count == 0 && names.Only is not null)
            products = await context.Client.Catalog.ListProductsAsync(cancellationToken: pipeline.Stop).ConfigureAwait(false);
        await NamedItems.Of(
            products,
            names,
            product => [product.ProductId],
            id => Failures.NotFound("product", id, context.Name, MyInvocation.MyCommand.Name),
            ignoreCase: true).WriteAsync(pipeline).ConfigureAwait(false);
    }
}
