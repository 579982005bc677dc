namespace HuaweiDms.PowerShell.Engine;

/// <summary>Describes for -WhatIf what is lost with a change of a setting.</summary>
internal static class ConfigLoss
{
    /// <summary>The loss; null if nothing is lost.</summary>
    public static string? Of(ConfigChange change)
        => change.Name switch
        {
            "log.retention.hours" when IsLowered(change) => Text.RetentionLoss,
            "offsets.retention.minutes" when IsLowered(change) => Text.OffsetRetentionLoss,
            "allow.everyone.if.no.acl.found" when change.NewValue is false => Text.EveryoneLoss,
            _ => null,
        };

    private static bool IsLowered(ConfigChange change) => change is { OldValue: long old, NewValue: long now } && now < old;
}
