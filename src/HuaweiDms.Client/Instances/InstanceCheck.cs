namespace HuaweiDms;

/// <summary>Whether something about an instance is as it should be.</summary>
public sealed class InstanceCheck : InstanceResource
{
    /// <summary>What was looked at: <c>Status</c>, <c>Cluster</c>, <c>Disk</c>, <c>Task</c>, <c>SmartConnect</c> or <c>Lag</c>.</summary>
    public string? Check { get; set; }

    /// <summary>Whether it is as it should be; null where that could not be found out.</summary>
    public bool? Passed { get; set; }

    /// <summary>The same in a sentence.</summary>
    public string? Message { get; set; }

    /// <summary>What was found, in the terms of the limit; null where nothing could be.</summary>
    public object? Value { get; set; }

    /// <summary>The most that it may be, or for <c>Status</c> what it has to be.</summary>
    public object? Limit { get; set; }

    /// <summary>Check and outcome.</summary>
    public override string ToString() => $"{Check}: {Message}";
}
