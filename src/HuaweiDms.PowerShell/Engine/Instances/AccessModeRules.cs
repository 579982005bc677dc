namespace HuaweiDms.PowerShell.Engine;

/// <summary>What the names of access modes say of them (5.1.1, 5.2.9).</summary>
internal static class AccessModeRules
{
    public static bool IsPrivate(string? mode) => mode?.StartsWith("Private", StringComparison.OrdinalIgnoreCase) == true;

    public static bool IsSasl(string? mode) => mode?.IndexOf("Sasl", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether a mode has one of the protocols SASL_SSL and SASL_PLAINTEXT.</summary>
    public static bool Has(string mode, string protocol)
        => mode.EndsWith(protocol.Replace("_", string.Empty), StringComparison.OrdinalIgnoreCase);

    /// <summary>The mode that cannot be on beside this one: on one side there is one kind of SASL. Null for plaintext.</summary>
    public static string? Opposite(string mode)
    {
        string side = IsPrivate(mode) ? "Private" : "Public";
        return Has(mode, "SASL_SSL") ? side + "SaslPlaintext" : Has(mode, "SASL_PLAINTEXT") ? side + "SaslSsl" : null;
    }

    /// <summary>Two modes that cannot be on together; null where there are none.</summary>
    public static string? Clash(IReadOnlyCollection<string> modes)
        => modes.FirstOrDefault(mode => Opposite(mode) is { } other && modes.Contains(other, StringComparer.OrdinalIgnoreCase)) is { } one
            ? $"{one}, {Opposite(one)}"
            : null;
}
