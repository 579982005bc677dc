namespace HuaweiDms;

/// <summary>Selects the background tasks to list; every property is optional (5.9.1).</summary>
public sealed class TaskFilter
{
    /// <summary>The earliest start time; the service compares whole seconds.</summary>
    public DateTimeOffset? Since { get; set; }

    /// <summary>The latest start time.</summary>
    public DateTimeOffset? Until { get; set; }
}
