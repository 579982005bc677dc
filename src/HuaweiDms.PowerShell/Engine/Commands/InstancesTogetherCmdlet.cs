using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that processes all its instances together, at the end of the pipeline. A repeated instance counts once.</summary>
public abstract class InstancesTogetherCmdlet : ThrottledCmdlet
{
    private readonly List<FoundInstance> _instances = [];

    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

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
