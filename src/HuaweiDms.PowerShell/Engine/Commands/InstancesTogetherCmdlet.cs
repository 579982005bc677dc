namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that processes all its instances together, at the end of the pipeline. A repeated instance counts once.</summary>
public abstract class InstancesTogetherCmdlet : InstancesCmdlet
{
    private readonly List<FoundInstance> _instances = [];

    /// <summary>Deals with them.</summary>
    private protected abstract Task RunAsync(IPipeline pipeline, IReadOnlyList<FoundInstance> instances);

    /// <inheritdoc/>
    protected override void ProcessRecord()
        => _instances.AddRange(Resolve(InstanceId));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_instances.Count > 0)
            RunReporting(pipeline => RunAsync(pipeline, [.. _instances.Distinct()]));
    }
}
