using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Creates topics (5.5.2; v1.0: 7.1.1.7); requests run in parallel.</summary>
[Cmdlet(VerbsCommon.New, "DmsTopic", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.Topic")]
public sealed class NewDmsTopic : InstancesCmdlet
{
    private readonly PerInstance<TopicsToCreate> _topics = new(found => new(found.Context, found.Instance));

    /// <summary>The names: 3 to 200 letters, digits, dots, hyphens and underscores, beginning with a letter.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Topic")]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>The number of partitions, 1 to 200.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue]
    public WholeNumber? PartitionCount { get; set; }

    /// <summary>The number of replicas of each partition, 1 to 3.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue]
    public WholeNumber? ReplicationFactor { get; set; }

    /// <summary>The retention time in hours, 1 to 720.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue]
    [Hours]
    public WholeNumber? RetentionHours { get; set; }

    /// <summary>Whether a message counts as written only when all replicas have it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public Flag? SyncReplication { get; set; }

    /// <summary>Whether each message is written to disk immediately.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [OneValue]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public Flag? SyncFlush { get; set; }

    /// <summary>Other settings, as @{ 'max.message.bytes' = 1048576 }.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public ConfigTable? Config { get; set; }

    /// <summary>The description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <summary>Emits a topic that already exists instead of reporting an error, and warns if it is not as requested.</summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    /// <summary>Waits until the service lists the topics, and emits them in full.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>The maximum time to wait; ten minutes by default.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (FoundInstance found in Resolve(InstanceId))
        {
            foreach (string name in Name)
            {
                if (CommandLine.IsInstance(found.Instance, name))
                    WriteError(Failures.InvalidArgument(nameof(Name), name, Text.NameOfInstanceRule));
                else
                    Collect(found, Request(name));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        TopicCreationRun run = new(IfNotExists, Wait, Timeout, ThrottleLimit);
        TopicsToCreate[] batches = [.. _topics.All.Select(topics => topics.Own)];
        if (batches.Length > 0)
            RunReporting(pipeline => run.RunAsync(pipeline, batches));
    }

    private TopicRequest Request(string name) => new(name)
    {
        PartitionCount = PartitionCount,
        ReplicationFactor = ReplicationFactor,
        RetentionHours = RetentionHours,
        SyncReplication = SyncReplication,
        SyncFlush = SyncFlush,
        Config = Config,
        Description = CommandLine.Description(nameof(Name), Description) is { Length: > 0 } description ? description : null,
    };

    private void Collect(FoundInstance found, TopicRequest request)
    {
        bool v1 = found.Context.IsV1;
        Failure? failure = TopicRules.CheckName(request.Name, v1)
            ?? TopicRules.Check(request, v1)
            ?? TopicRules.CheckConfig(request, known: null, new Dictionary<string, string>(StringComparer.Ordinal))
            ?? (v1 ? TopicRules.CheckV1(request) : null)
            ?? (_topics[found].Add(request) ? null : Failures.InvalidArgument(nameof(Name), request.Name, Format(Text.TopicTwiceRule, found.Instance.Subject)));
        if (failure is not null)
            WriteError(failure);
    }
}
