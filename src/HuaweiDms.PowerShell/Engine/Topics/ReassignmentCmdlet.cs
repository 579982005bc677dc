using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet about moving partitions to other brokers: spread over them, or placed one by one (5.2.11).</summary>
public abstract class ReassignmentCmdlet : PlacementCmdlet
{
    /// <summary>The partition; left out, the whole topic is spread over the brokers as the service sees fit.</summary>
    [Parameter(ParameterSetName = Rows, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PartitionCompleter))]
    [OneValue]
    public WholeNumber? Partition { get; set; }

    /// <summary>How many of the brokers keep each partition; left out, as many as now.</summary>
    [Parameter(ParameterSetName = Rows, ValueFromPipelineByPropertyName = true)]
    [OneValue]
    public WholeNumber? ReplicationFactor { get; set; }

    /// <summary>Megabytes a second that are moved at most, 1 to 300; left out, there is no limit.</summary>
    // Unit and range are those of newer models; the reference has neither, and an example that would be bytes.
    [Parameter]
    [ValidateRange(1, 300)]
    [Integer]
    public int? ThrottleMBps { get; set; }

    private protected override WholeNumber? PartitionOfRecord => Partition;

    private protected override WholeNumber? ReplicationOfRecord => ReplicationFactor;
}
