namespace HuaweiDms.PowerShell.Engine;

/// <summary>The filter of -Status and -State.</summary>
internal static class StateFilter
{
    /// <summary>Whether a state is requested; without requested states, every state is.</summary>
    public static bool Accepts(string[]? wanted, string? state)
        => wanted is null || Array.Exists(wanted, status => string.Equals(status, state, StringComparison.OrdinalIgnoreCase));
}
