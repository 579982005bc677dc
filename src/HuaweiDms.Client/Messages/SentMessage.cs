namespace HuaweiDms;

/// <summary>A message that was produced (5.5.1). The service need not say where it was appended.</summary>
public sealed class SentMessage : TopicResource
{
    /// <summary>The partition, as it was asked for or as the service told; null where neither is so.</summary>
    public int? Partition { get; set; }

    /// <summary>The offset, where the service told.</summary>
    public long? Offset { get; set; }

    /// <summary>The key; null without one.</summary>
    public string? Key { get; set; }

    /// <summary>The content.</summary>
    public string? Value { get; set; }

    /// <summary>Bytes of key and content.</summary>
    public long SizeBytes { get; set; }

    /// <summary>Where it went, as far as that is known.</summary>
    public override string ToString() => Topic + (Partition is null ? null : $"-{Partition}") + (Offset is null ? null : $"@{Offset}");
}
