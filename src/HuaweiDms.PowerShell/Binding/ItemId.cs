namespace HuaweiDms.PowerShell.Binding;

/// <summary>An id that the service assigns to a task or a report.</summary>
internal static class ItemId
{
    /// <summary>
    /// Ids in the reference have 31 to 36 characters. Other lengths are not documented, so only much shorter texts are rejected.
    /// </summary>
    private const int Shortest = 24;

    /// <summary>Whether a text can be an id: letters, digits and hyphens, with at least one digit.</summary>
    public static bool CanBe(string text)
        => text.Length >= Shortest && text.Any(char.IsDigit) && text.All(letter => letter is '-' or (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'));
}
