using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Reads how many processor cores instances have, or would have with another product (5.12.5).</summary>
[Cmdlet(VerbsCommon.Get, "DmsProductCore")]
[OutputType("HuaweiDms.ProductCore")]
public sealed class GetDmsProductCore : InstanceReadCmdlet
{
    private readonly HashSet<(FoundInstance, string?)> _seen = [];

    /// <summary>The product. If omitted, the product of each instance.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProductCompleter))]
    public string? ProductId { get; set; }

    private protected override bool IsNew(FoundInstance found) => _seen.Add((found, ProductId));

    private protected override Func<IPipeline, Task<object?>> Reader(DmsContext context, InstanceReference instance)
    {
        string? product = ProductId;
        return async pipeline => await ReadAsync(context.Client, instance.Id, product, pipeline.Stop).ConfigureAwait(false);
    }

    private static async Task<ProductCore> ReadAsync(DmsClient client, string instanceId, string? product, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(product))
            product = (await client.Instances.GetAsync(instanceId, cancellationToken).ConfigureAwait(false)).ProductId;
        return await client.Catalog.GetProductCoreAsync(instanceId, product ?? string.Empty, cancellationToken).ConfigureAwait(false);
    }
}
