namespace HuaweiDms;

/// <summary>How many Smart Connect tasks an instance has and may have (5.3.4).</summary>
public sealed class SmartConnectLimits : InstanceResource
{
    /// <summary>How many there are.</summary>
    public long? TaskCount { get; set; }

    /// <summary>How many there may be (<c>max_tasks</c>).</summary>
    public int? TaskLimit { get; set; }

    /// <summary>The most that the limit may become (<c>quota_tasks</c>).</summary>
    public int? LargestTaskLimit { get; set; }

    /// <summary>How many of how many.</summary>
    public override string ToString() => $"{TaskCount} of {TaskLimit}";
}
