namespace HuaweiDms.PowerShell.Binding;

/// <summary>An id that the service has given to a task or a report.</summary>
internal static class ItemId
{
    /// <summary>Those of the reference have 31 to 36 characters. How long others are is not said, so that only much shorter texts are none.</summary>
    private const int Shortest = 24;

    /// <summary>Whether a text can be one: letters, digits and hyphens, of which so many are never without a digit.</summary>
    public static bool CanBe(string text)
        => text.Length >= Shortest && text.Any(char.IsDigit) && text.All(letter => letter is '-' or (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'));
}
