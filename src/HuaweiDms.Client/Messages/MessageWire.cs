using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>Request body of 5.5.1.</summary>
internal sealed class MessageBody
{
    [JsonPropertyName("topic")]
    public required string Topic { get; set; }

    [JsonPropertyName("body")]
    public required string Value { get; set; }

    [JsonPropertyName("property_list")]
    public required IReadOnlyList<MessageProperty> Properties { get; set; }
}

/// <summary>The key or the partition of a message to send.</summary>
internal sealed class MessageProperty
{
    public const string Key = "KEY";
    public const string Partition = "PARTITION";
    public const string Offset = "OFFSET";

    [JsonPropertyName("name")]
    public required string Name { get; set; }

    [JsonPropertyName("value")]
    public required string Value { get; set; }
}

/// <summary>Response of 5.5.1. Only the existence of the list is documented: whatever it contains, the message was sent.</summary>
internal sealed class MessageReceipt
{
    [JsonPropertyName("property_list")]
    public object? Properties { get; set; }

    /// <summary>Returns the numeric value of a property of the message; null if it is missing.</summary>
    public long? Number(string name)
        => (Properties as object?[] ?? [])
            .OfType<IDictionary<string, object?>>()
            .Where(property => property.TryGetValue("name", out object? its) && string.Equals(its as string, name, StringComparison.OrdinalIgnoreCase))
            .Select(property => property.TryGetValue("value", out object? value) ? TolerantInt64Converter.Parse(value?.ToString()) : null)
            .FirstOrDefault();
}

/// <summary>Response of 5.8.1 and 5.8.3, which report the total under different names.</summary>
internal sealed class MessageList
{
    [JsonPropertyName("messages")]
    public List<Message>? Messages { get; set; }

    [JsonPropertyName("total")]
    public long? Total { get; set; }

    [JsonPropertyName("messages_count")]
    public long? Count { get; set; }
}

/// <summary>Response of 5.8.2: a list, although the field name is singular.</summary>
internal sealed class MessageAtOffset
{
    [JsonPropertyName("message")]
    public List<Message>? Messages { get; set => field = value ?? []; }
}

/// <summary>Response of 5.8.4 and 5.8.5.</summary>
internal sealed class MessagePosition
{
    [JsonPropertyName("offset")]
    public long? Offset { get; set; }

    [JsonPropertyName("timestamp")]
    public DateTimeOffset? Timestamp { get; set; }
}

/// <summary>Request body of 5.8.6.</summary>
internal sealed class MessageDeletion
{
    [JsonPropertyName("partitions")]
    public required IReadOnlyList<DeletedPartition> Partitions { get; set; }
}

/// <summary>The partition, and the first offset that is kept.</summary>
internal sealed class DeletedPartition
{
    [JsonPropertyName("partition")]
    public required int Partition { get; set; }

    [JsonPropertyName("offset")]
    public required long Offset { get; set; }
}

/// <summary>Response of 5.8.6.</summary>
internal sealed class MessageDeletionResponse
{
    [JsonPropertyName("partitions")]
    public List<DeletedPartitionOutcome>? Partitions { get; set; }
}

/// <summary>The result for one partition. The code is a text in the table of the reference and the number 0 in its example.</summary>
internal sealed class DeletedPartitionOutcome
{
    [JsonPropertyName("partition")]
    public int? Partition { get; set; }

    [JsonPropertyName("result")]
    public string? Outcome { get; set; }

    [JsonPropertyName("error_code")]
    public string? ErrorCode { get; set; }

    [JsonIgnore]
    private bool Succeeded => string.Equals(Outcome, "success", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the result for one partition; one that the response does not mention does not count as a success.</summary>
    public static PartitionActionResult ResultOf(MessageDeletionResponse? response, string topic, PartitionPosition before)
    {
        PartitionActionResult result = new()
        {
            Topic = topic,
            Partition = before.Partition,
            BeforeOffset = before.Offset,
            Action = "delete",
            Succeeded = true,
        };
        DeletedPartitionOutcome? told = response?.Partitions?.Find(outcome => outcome?.Partition == before.Partition);
        if (told is null)
            result.Fail(ItemErrors.NotReported, Text.ItemNotReported);
        else if (!told.Succeeded)
            result.Fail(CodeOf(told.ErrorCode), MessageOf(told.ErrorCode));
        return result;
    }

    private static string CodeOf(string? code)
    {
        if (string.IsNullOrEmpty(code))
            return ItemErrors.Failed;
        return code!.All(char.IsDigit) ? "Kafka." + NameOf(code!) : code!;
    }

    private static string MessageOf(string? code)
        => code switch
        {
            "1" => Text.OffsetOutOfRange,
            "3" => Text.PartitionUnknown,
            "44" => Text.PolicyViolation,
            null or "" => Text.ItemFailed,
            _ => $"{Text.ItemFailed} ({NameOf(code)})",
        };

    private static string NameOf(string code) => KafkaErrors.NameOf(code) ?? code;
}
