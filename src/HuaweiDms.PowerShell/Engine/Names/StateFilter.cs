namespace HuaweiDms.PowerShell.Engine;

/// <summary>What -Status or -State asks for.</summary>
internal static class StateFilter
{
    /// <summary>Whether a state is one of those that are asked for; none asked for takes any.</summary>
    public static bool Accepts(string[]? wanted, string? state)
        => wanted is null || Array.Exists(wanted, status => string.Equals(status, state, StringComparison.OrdinalIgnoreCase));
}
