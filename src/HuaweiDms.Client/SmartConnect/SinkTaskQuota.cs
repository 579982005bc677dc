namespace HuaweiDms;

/// <summary>The number of dump tasks and its limit (7.2.4.4).</summary>
public sealed class SinkTaskQuota : DmsResource
{
    /// <summary>The Smart Connect id of the instance.</summary>
    public string? ConnectorId { get; set; }

    /// <summary>The number of tasks.</summary>
    public int? TaskCount { get; set; }

    /// <summary>The maximum number of tasks (<c>max_tasks</c>); it can only be raised.</summary>
    public int? TaskLimit { get; set; }

    /// <summary>The highest value to which that maximum can be raised (<c>quota_tasks</c>).</summary>
    public int? LargestTaskLimit { get; set; }

    /// <summary>Returns the number of tasks and the maximum.</summary>
    public override string ToString() => $"{TaskCount} of {TaskLimit}";
}
