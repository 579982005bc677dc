namespace HuaweiDms;

/// <summary>How many dump tasks there are and may be (7.2.4.4).</summary>
public sealed class SinkTaskQuota : DmsResource
{
    /// <summary>The Smart Connect id of the instance.</summary>
    public string? ConnectorId { get; set; }

    /// <summary>How many there are.</summary>
    public int? TaskCount { get; set; }

    /// <summary>How many there may be (<c>max_tasks</c>); it can only grow.</summary>
    public int? TaskLimit { get; set; }

    /// <summary>The most that the limit may become (<c>quota_tasks</c>).</summary>
    public int? LargestTaskLimit { get; set; }

    /// <summary>How many of how many.</summary>
    public override string ToString() => $"{TaskCount} of {TaskLimit}";
}
