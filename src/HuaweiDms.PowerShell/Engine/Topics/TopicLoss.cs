namespace HuaweiDms.PowerShell.Engine;

/// <summary>Describes for -WhatIf what is lost with a topic.</summary>
internal static class TopicLoss
{
    /// <param name="partitions">The number of partitions of the topic; null if unknown.</param>
    public static string Of(int? partitions)
        => partitions switch
        {
            null => "Delete topic and all its messages",
            1 => "Delete topic with 1 partition and all its messages",
            { } several => $"Delete topic with {Counted(several, "partition")} and all their messages",
        };
}
