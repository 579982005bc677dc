namespace HuaweiDms.PowerShell.Engine;

/// <summary>Formats the place of something in a message.</summary>
internal static class PlaceText
{
    /// <summary>What stands behind a name.</summary>
    /// <param name="place">The name of the connection; null if messages need not include it.</param>
    public static string Suffix(string? place) => place is null ? string.Empty : $" in '{place}'";

    /// <summary>Puts a place in quotes; one that ends with a connection already has them.</summary>
    public static string Quoted(string place) => place.EndsWith("'", StringComparison.Ordinal) ? place : $"'{place}'";
}
