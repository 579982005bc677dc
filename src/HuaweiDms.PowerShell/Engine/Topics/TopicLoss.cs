namespace HuaweiDms.PowerShell.Engine;

/// <summary>What goes with a topic, as -WhatIf says it.</summary>
internal static class TopicLoss
{
    /// <param name="partitions">How many partitions the topic has; null where that is not known.</param>
    public static string Of(int? partitions)
        => partitions switch
        {
            null => "Delete topic and all its messages",
            1 => "Delete topic with 1 partition and all its messages",
            { } several => $"Delete topic with {Counted(several, "partition")} and all their messages",
        };
}
