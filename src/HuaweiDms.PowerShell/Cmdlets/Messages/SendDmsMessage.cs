using System.Collections.Concurrent;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Produces messages, one request each (5.5.1). Each is sent when it comes down the pipeline and before the next is taken, so
/// that they arrive in the order of the input.
/// </summary>
[Cmdlet(VerbsCommunications.Send, "DmsMessage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType("HuaweiDms.SentMessage")]
public sealed class SendDmsMessage : ThrottledCmdlet
{
    /// <summary>So much of a message is said before it is sent.</summary>
    private const int ShownLength = 40;

    private readonly ConcurrentDictionary<string, int?> _partitionCounts = new(StringComparer.Ordinal);

    /// <summary>The topic. One that does not exist is created where the instance has automatic topics on.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Topic { get; set; } = string.Empty;

    /// <summary>The instances, by id or as objects from Get-DmsInstance; each gets the message.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>The content: text, bytes that are UTF-8, or an object with a property Value, such as a message that was read. Key and content have 10 MB at most.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipeline = true)]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Value { get; set; }

    /// <summary>The key. Messages of one key go to one partition.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? Key { get; set; }

    /// <summary>The partition; left out, the key decides, and without one the service.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PartitionCompleter))]
    [Integer]
    public int? Partition { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        MessageText value = MessageText.Of(Value);
        if (value.Rule is { } rule)
        {
            WriteError(Failures.InvalidArgument(nameof(Value), value.Content, rule, Value));
            return;
        }
        string? key = string.IsNullOrEmpty(Key) ? null : Key;
        WorkItem[] items =
        [
            .. TopicSelection.Collect(this, nameof(Topic), [Topic], Resolve(InstanceId), WriteError)
                .Where(topic => Ask(topic.Subject, Describe(value.Content)))
                .Select(topic => Item(topic, value.Content, key, Partition)),
        ];
        if (items.Length > 0)
            RunReporting(pipeline => ItemRunner.RunAsync(pipeline, items, "Send", ThrottleLimit));
    }

    private string Describe(string value)
    {
        string beginning = new([.. value.Take(ShownLength).Select(character => char.IsControl(character) ? ' ' : character)]);
        string more = value.Length > ShownLength ? "…" : string.Empty;
        string key = string.IsNullOrEmpty(Key) ? string.Empty : $" with key '{Key}'";
        string partition = Partition is null ? string.Empty : $" to partition {Partition}";
        return $"Send '{beginning}{more}'{key}{partition}";
    }

    /// <summary>A message that could not be sent is the target of its error, and can be sent again as it stands.</summary>
    private WorkItem Item(ItemReference topic, string value, string? key, int? partition)
        => new(
            topic.Subject,
            new SentMessage { Topic = topic.Name, Key = key, Value = value, Partition = partition }.In(topic.Context, topic.Instance),
            async pipeline =>
            {
                if (partition is not null)
                    await CheckAsync(topic, partition.Value, pipeline.Stop).ConfigureAwait(false);
                return await topic.Context.Client.Messages.SendAsync(topic.Instance.Id, topic.Name, value, key, partition, pipeline.Stop).ConfigureAwait(false);
            });

    /// <summary>The service's own word for a partition that is not there does not name it. Each topic is looked at once.</summary>
    private async Task CheckAsync(ItemReference topic, int partition, CancellationToken stop)
    {
        if (!_partitionCounts.TryGetValue(topic.Key, out int? count))
            _partitionCounts[topic.Key] = count = await TopicPartitions.CountAsync(topic, stop).ConfigureAwait(false);
        if (count is { } known && (partition < 0 || partition >= known))
            throw new FailureException(TopicPartitions.NoSuchPartition(topic, partition, known));
    }
}
