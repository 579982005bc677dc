namespace HuaweiDms;

/// <summary>A message that was produced (5.5.1). The service does not always report where it was appended.</summary>
public sealed class SentMessage : TopicResource
{
    /// <summary>The partition that was requested or that the service reports; null if neither is known.</summary>
    public int? Partition { get; set; }

    /// <summary>The offset; null if the service does not report it.</summary>
    public long? Offset { get; set; }

    /// <summary>The key; null if there is none.</summary>
    public string? Key { get; set; }

    /// <summary>The content.</summary>
    public string? Value { get; set; }

    /// <summary>The size of key and content, in bytes.</summary>
    public long SizeBytes { get; set; }

    /// <summary>Returns the position of the message, as far as it is known.</summary>
    public override string ToString() => Topic + (Partition is null ? null : $"-{Partition}") + (Offset is null ? null : $"@{Offset}");
}
