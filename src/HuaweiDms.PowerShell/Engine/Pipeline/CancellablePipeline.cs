namespace HuaweiDms.PowerShell.Engine;

/// <summary>A pipeline for a part of the work, which can be cancelled without ending the command.</summary>
/// <param name="inner">The pipeline.</param>
/// <param name="cancellationToken">Ends the part.</param>
internal sealed class CancellablePipeline(IPipeline inner, CancellationToken cancellationToken) : PipelineDecorator(inner)
{
    public override CancellationToken Stop => cancellationToken;
}
