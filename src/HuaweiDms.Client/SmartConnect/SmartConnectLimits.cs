namespace HuaweiDms;

/// <summary>The number of Smart Connect tasks of an instance and its limit (5.3.4).</summary>
public sealed class SmartConnectLimits : InstanceResource
{
    /// <summary>The number of tasks.</summary>
    public long? TaskCount { get; set; }

    /// <summary>The maximum number of tasks (<c>max_tasks</c>).</summary>
    public int? TaskLimit { get; set; }

    /// <summary>The highest value to which that maximum can be raised (<c>quota_tasks</c>).</summary>
    public int? LargestTaskLimit { get; set; }

    /// <summary>Returns the number of tasks and the maximum.</summary>
    public override string ToString() => $"{TaskCount} of {TaskLimit}";
}
