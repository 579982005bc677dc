namespace HuaweiDms;

/// <summary>A kernel upgrade of an instance that was started or scheduled (5.1.9).</summary>
public sealed class InstanceUpgrade : InstanceResource
{
    /// <summary>The id of the background task.</summary>
    public string? TaskId { get; set; }

    /// <summary>The scheduled time; null if the upgrade was started immediately.</summary>
    public DateTimeOffset? ScheduledAt { get; set; }

    /// <summary>The last state of the instance that was read; null if none was read.</summary>
    public string? Status { get; set; }

    /// <summary>Returns the instance and the scheduled time.</summary>
    public override string ToString() => ScheduledAt is { } time ? $"{InstanceId} at {time:O}" : $"{InstanceId}";
}
