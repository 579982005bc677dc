namespace HuaweiDms;

/// <summary>The result of one health check of an instance.</summary>
public sealed class InstanceCheck : InstanceResource
{
    /// <summary>The check: <c>Status</c>, <c>Cluster</c>, <c>Disk</c>, <c>Task</c>, <c>SmartConnect</c> or <c>Lag</c>.</summary>
    public string? Check { get; set; }

    /// <summary>Whether the check passed; null if it could not be carried out.</summary>
    public bool? Passed { get; set; }

    /// <summary>The result as a sentence.</summary>
    public string? Message { get; set; }

    /// <summary>The value found, in the unit of the limit; null if it could not be determined.</summary>
    public object? Value { get; set; }

    /// <summary>The maximum value or, for <c>Status</c>, the required one.</summary>
    public object? Limit { get; set; }

    /// <summary>Returns the check and the result.</summary>
    public override string ToString() => $"{Check}: {Message}";
}
