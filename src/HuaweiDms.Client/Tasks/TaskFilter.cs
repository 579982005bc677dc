namespace HuaweiDms;

/// <summary>Which background tasks to list; everything is optional (5.9.1).</summary>
public sealed class TaskFilter
{
    /// <summary>Started at this time or later; the service looks at whole seconds.</summary>
    public DateTimeOffset? Since { get; set; }

    /// <summary>Started at this time or earlier.</summary>
    public DateTimeOffset? Until { get; set; }
}
