namespace HuaweiDms.PowerShell.Engine;

/// <summary>Describes for -WhatIf what is lost with a retention policy. Nothing is lost until the disk is full.</summary>
internal static class RetentionPolicyLoss
{
    /// <summary>Adds the loss to the description of the change.</summary>
    public static string In(string action, string? policy) => policy == "time_base" ? $"{action} ({Text.RetentionPolicyLoss})" : action;
}
