using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the products to which instances can change (5.4.2).</summary>
[Cmdlet(VerbsCommon.Get, "DmsResizeOption")]
[OutputType("HuaweiDms.ResizeOption")]
public sealed class GetDmsResizeOption : NamedReadCmdlet
{
    /// <summary>The products. Wildcards are permitted. Resize options from the pipeline are read again.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProductCompleter))]
    public string[]? ProductId { get; set; }

    private protected override string[]? Wanted => ProductId;

    private protected override string Noun => "product";

    private protected override async Task<NamedItems> ReadAsync(
        DmsContext context, InstanceReference instance, NameFilter names, CancellationToken cancellationToken)
        => NamedItems.Of(
            await context.Client.Resizing.ListOptionsAsync(instance.Id, cancellationToken).ConfigureAwait(false),
            names,
            option => [option.ProductId],
            product => Failures.NotFound(Noun, product, instance.Subject, MyInvocation.MyCommand.Name),
            ignoreCase: true);
}
