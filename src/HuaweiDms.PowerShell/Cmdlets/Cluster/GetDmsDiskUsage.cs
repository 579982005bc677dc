using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists how full the disks of instances are, by broker or by topic (5.2.10).</summary>
[Cmdlet(VerbsCommon.Get, "DmsDiskUsage", DefaultParameterSetName = ByBroker)]
[OutputType("HuaweiDms.DiskUsage", ParameterSetName = [ByBroker])]
[OutputType("HuaweiDms.TopicDiskUsage", ParameterSetName = [InTopics])]
public sealed class GetDmsDiskUsage : InstanceReadCmdlet
{
    private const string ByBroker = "ByBroker";
    private const string InTopics = "ByTopic";

    /// <summary>Emits one object a topic, with what it takes on all brokers, in place of one a broker.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InTopics)]
    public SwitchParameter ByTopic { get; set; }

    /// <summary>Only partitions that take so many bytes or more, such as 500MB, 1GB or '53M'. Left out, the service shows those from 1 GB on, and with -ByTopic those from 1 MB on count.</summary>
    [Parameter]
    [ByteSize]
    [ValidateRange(0L, 1L << 40)]
    public long? MinimumSize { get; set; }

    /// <summary>Only the largest partitions of each broker, so many.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [Integer]
    public int? Top { get; set; }

    /// <summary>Only partitions that take more than this percentage of their disk.</summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public double? Percent { get; set; }

    private protected override Func<IPipeline, Task<object?>> Reader(DmsContext context, InstanceReference instance)
        => async pipeline =>
        {
            DiskUsageFilter filter = new() { MinimumBytes = MinimumSize ?? (ByTopic ? TopicDiskUsage.UsualMinimumBytes : null), Top = Top, Percent = Percent };
            IReadOnlyList<DiskUsage> brokers = await context.Client.Cluster.ListDiskUsageAsync(instance.Id, filter, pipeline.Stop).ConfigureAwait(false);
            return ByTopic ? TopicDiskUsage.Of(brokers) : brokers;
        };
}
