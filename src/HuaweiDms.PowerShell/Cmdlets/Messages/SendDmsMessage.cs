using System.Collections.Concurrent;
using System.Management.Automation;
using System.Text;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Produces messages, one request each (5.5.1). Each message is sent as it arrives from the pipeline and before the next one is read,
/// so they keep the order of the input.
/// </summary>
[Cmdlet(VerbsCommunications.Send, "DmsMessage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType("HuaweiDms.SentMessage")]
public sealed class SendDmsMessage : ThrottledCmdlet
{
    /// <summary>How many characters of a message are shown before it is sent.</summary>
    private const int ShownLength = 40;

    private readonly ConcurrentDictionary<string, int?> _partitionCounts = new(StringComparer.Ordinal);

    /// <summary>The topic. If it does not exist and automatic topic creation is on, the instance creates it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Topic { get; set; } = string.Empty;

    /// <summary>The instances, by id or as objects from Get-DmsInstance; the message is sent to each.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>
    /// The content: text, UTF-8 bytes, or an object with a Value property, such as a message that was read. Key and content together
    /// have at most 10 MB.
    /// </summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipeline = true)]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Value { get; set; }

    /// <summary>The key. Messages with the same key go to the same partition.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? Key { get; set; }

    /// <summary>The partition. If omitted, the key determines it; without a key, the service chooses.</summary>
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
            .. NamedTopics(nameof(Topic), [Topic], InstanceId)
                .Where(topic => Ask(topic.Subject, Describe(value.Content)))
                .Select(topic => Item(topic, value.Content, key, Partition)),
        ];
        if (items.Length > 0)
            RunReporting(pipeline => ItemRunner.RunAsync(pipeline, items, "Send", ThrottleLimit));
    }

    private string Describe(string value)
    {
        string key = string.IsNullOrEmpty(Key) ? string.Empty : $" with key '{Key}'";
        string partition = Partition is null ? string.Empty : $" to partition {Partition}";
        return $"Send '{Printable.Shorten(value, ShownLength)}'{key}{partition}";
    }

    /// <summary>The target of an error is the message that was not sent; it can be sent again as it is.</summary>
    private WorkItem Item(ItemReference topic, string value, string? key, int? partition)
        => new(
            topic.Subject,
            new SentMessage
            {
                Topic = topic.Name,
                Key = key,
                Value = value,
                Partition = partition,
                SizeBytes = Encoding.UTF8.GetByteCount(value) + Encoding.UTF8.GetByteCount(key ?? string.Empty),
            }.In(topic.Context, topic.Instance),
            async pipeline =>
            {
                if (partition is not null)
                    await CheckAsync(topic, partition.Value, pipeline.Stop).ConfigureAwait(false);
                return await topic.Context.Client.Messages.SendAsync(topic.Instance.Id, topic.Name, value, key, partition, pipeline.Stop).ConfigureAwait(false);
            });

    /// <summary>Checks that the partition exists, because the service's error does not name it. Each topic is read once.</summary>
    private async Task CheckAsync(ItemReference topic, int partition, CancellationToken cancellationToken)
    {
        if (!_partitionCounts.TryGetValue(topic.Key, out int? count))
            _partitionCounts[topic.Key] = count = await TopicPartitions.CountAsync(topic, cancellationToken).ConfigureAwait(false);
        if (count is { } known && (partition < 0 || partition >= known))
            throw new FailureException(TopicPartitions.NoSuchPartition(topic, partition, known));
    }
}
