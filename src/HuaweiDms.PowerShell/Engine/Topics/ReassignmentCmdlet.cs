using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// A cmdlet for moving partitions to other brokers: spread over them, placed one by one, or removed from some of them (5.2.11).
/// </summary>
public abstract class ReassignmentCmdlet : PlacementCmdlet
{
    private const string Exclusion = "Exclusion";

    private readonly PerInstance<List<string[]>> _topics = new(_ => []);

    /// <summary>The topics, by name; with excluded brokers, all that have replicas there if omitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Rows, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Exclusion, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Topic { get; set; } = [];

    /// <summary>The brokers to move the replicas off. Only replicas on these brokers are replaced.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Exclusion)]
    [ArgumentCompleter(typeof(BrokerCompleter))]
    public BrokerReference[] ExcludeBroker { get; set; } = [];

    /// <summary>The partition; if omitted, the service spreads the whole topic over the brokers.</summary>
    [Parameter(ParameterSetName = Rows, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PartitionCompleter))]
    [OneValue]
    public WholeNumber? Partition { get; set; }

    /// <summary>The number of replicas of each partition; if omitted, the current number.</summary>
    [Parameter(ParameterSetName = Rows, ValueFromPipelineByPropertyName = true)]
    [OneValue]
    public WholeNumber? ReplicationFactor { get; set; }

    /// <summary>The maximum rate in megabytes per second, 1 to 300; if omitted, there is no limit.</summary>
    // Unit and range are those of newer models. The reference has neither, and its example looks like bytes.
    [Parameter]
    [ValidateRange(1, 300)]
    [Integer]
    public int? ThrottleMBps { get; set; }

    private protected override string[] TopicsOfRecord => Topic;

    private protected override WholeNumber? PartitionOfRecord => Partition;

    private protected override WholeNumber? ReplicationOfRecord => ReplicationFactor;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Array.Find(ExcludeBroker, broker => broker.Bad is not null || broker.Numbers.Count == 0) is { } bad)
            ThrowTerminatingError(Failures.InvalidArgument(nameof(ExcludeBroker), bad, Text.BrokerNumberRule));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName != Exclusion)
        {
            base.ProcessRecord();
            return;
        }
        foreach (FoundInstance found in Resolve(InstanceId))
            _topics[found].Add(Topic);
    }

    private protected override IReadOnlyList<Draft> Drafts()
    {
        int[] excluded = [.. ExcludeBroker.SelectMany(broker => broker.Numbers).Distinct()];
        return excluded.Length == 0
            ? base.Drafts()
            : [.. _topics.All.Select(plan => new Draft(plan.Found, new BrokerExclusion(plan.Found, excluded, NamesIn(plan.Own)).PlanAsync))];
    }

    /// <summary>A record without a topic means all topics.</summary>
    private static IReadOnlyCollection<string>? NamesIn(List<string[]> records)
        => records.Exists(names => names.Length == 0) ? null : [.. records.SelectMany(names => names).Distinct(StringComparer.Ordinal)];
}
