namespace HuaweiDms.PowerShell.Engine;

/// <summary>A pipeline that collects failures and can be cancelled without ending the command.</summary>
/// <param name="inner">The pipeline.</param>
/// <param name="isReporting">Whether failures are also reported; otherwise the caller shows them.</param>
/// <param name="cancellationToken">Leaves it.</param>
internal sealed class ProblemCollector(IPipeline inner, bool isReporting, CancellationToken cancellationToken) : PipelineDecorator(inner)
{
    private readonly List<Failure> _problems = [];

    public IReadOnlyList<Failure> Problems => _problems;

    public override CancellationToken Stop => cancellationToken;

    public override Task WriteErrorAsync(Failure failure)
    {
        _problems.Add(failure);
        return isReporting ? base.WriteErrorAsync(failure) : Task.CompletedTask;
    }
}
