namespace HuaweiDms.PowerShell.Engine;

/// <summary>Compares the description of an existing item with the requested one.</summary>
internal static class DescriptionDifference
{
    /// <summary>The warning about an item that was kept with another description; null if none was requested or it is the same.</summary>
    /// <param name="subject">The item.</param>
    /// <param name="existing">Its description.</param>
    /// <param name="requested">The requested description.</param>
    /// <param name="changedBy">The command that changes it.</param>
    public static string? Of(string subject, string? existing, string? requested, string changedBy)
        => string.IsNullOrEmpty(requested) || requested == existing ? null : Format(Text.DescriptionDiffers, subject, existing, requested, changedBy);
}
