namespace HuaweiDms;

/// <summary>An upgrade of an instance's kernel that was started or scheduled (5.1.9).</summary>
public sealed class InstanceUpgrade : InstanceResource
{
    /// <summary>The background task.</summary>
    public string? TaskId { get; set; }

    /// <summary>When it begins; null when it was started at once.</summary>
    public DateTimeOffset? ScheduledAt { get; set; }

    /// <summary>The state of the instance when last looked at; null where nobody looked.</summary>
    public string? Status { get; set; }

    /// <summary>Instance and time.</summary>
    public override string ToString() => ScheduledAt is { } time ? $"{InstanceId} at {time:O}" : $"{InstanceId}";
}
