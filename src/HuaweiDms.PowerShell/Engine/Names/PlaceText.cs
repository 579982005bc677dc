namespace HuaweiDms.PowerShell.Engine;

/// <summary>How a sentence says where something is.</summary>
internal static class PlaceText
{
    /// <summary>What stands behind a name.</summary>
    /// <param name="place">The connection's name; null where it need not be said.</param>
    public static string Suffix(string? place) => place is null ? string.Empty : $" in '{place}'";

    /// <summary>A place between quotes; one that says its connection has them already.</summary>
    public static string Quoted(string place) => place.EndsWith("'", StringComparison.Ordinal) ? place : $"'{place}'";
}
