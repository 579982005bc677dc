namespace HuaweiDms.PowerShell.Engine;

/// <summary>The meaning of the names of access modes (5.1.1, 5.2.9).</summary>
internal static class AccessModeRules
{
    public static bool IsPrivate(string? mode) => mode?.StartsWith("Private", StringComparison.OrdinalIgnoreCase) == true;

    public static bool IsSasl(string? mode) => mode?.IndexOf("Sasl", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether a mode has one of the protocols SASL_SSL and SASL_PLAINTEXT.</summary>
    public static bool Has(string mode, string protocol)
        => mode.EndsWith(protocol.Replace("_", string.Empty), StringComparison.OrdinalIgnoreCase);

    /// <summary>The mode that excludes this one: only one kind of SASL is possible on each side. Null for plaintext.</summary>
    public static string? Opposite(string mode)
    {
        string side = IsPrivate(mode) ? "Private" : "Public";
        return Has(mode, "SASL_SSL") ? side + "SaslPlaintext" : Has(mode, "SASL_PLAINTEXT") ? side + "SaslSsl" : null;
    }

    /// <summary>A pair of modes that exclude each other; null if there is none.</summary>
    public static string? Clash(IReadOnlyCollection<string> modes)
        => modes.FirstOrDefault(mode => Opposite(mode) is { } other && modes.Contains(other, StringComparer.OrdinalIgnoreCase)) is { } one
            ? $"{one}, {Opposite(one)}"
            : null;
}
