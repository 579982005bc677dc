using System.Text.Json;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>One way clients may connect, and where.</summary>
public sealed class AccessMode
{
    /// <summary>The mode, such as <c>PrivatePlain</c> or <c>PublicSaslSsl</c>.</summary>
    public string? Name { get; set; }

    /// <summary>Whether it is on.</summary>
    public bool Enabled { get; set; }

    /// <summary>The brokers' addresses in this mode, host and port.</summary>
    public string[] Addresses { get; set; } = [];

    /// <summary>The brokers' domain names in this mode; empty where access by domain name is off.</summary>
    public string[] DomainNames { get; set; } = [];

    /// <summary>The mode's name.</summary>
    public override string ToString() => Name ?? string.Empty;
}

/// <summary>
/// Reads <c>port_protocols</c>, an object or the JSON text of one: for each mode a flag <c>x_enable</c>, and the lists
/// <c>x_address</c> and <c>x_domain_name</c>. One table of the reference writes some flags <c>x_enabled</c> (5.1.2).
/// </summary>
internal static class AccessModes
{
    /// <summary>How a flag may end, as it is sent first.</summary>
    private static readonly string[] Flags = ["_enable", "_enabled"];

    public static AccessMode[]? Read(ref Utf8JsonReader json)
    {
        using JsonDocument? document = EmbeddedJson.Read(ref json);
        if (document?.RootElement.ValueKind != JsonValueKind.Object)
            return null;
        JsonElement modes = document.RootElement;
        return
        [
            .. modes.EnumerateObject()
                .Select(field => ModeOf(field.Name))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Select(mode => new AccessMode
                {
                    Name = PascalCase(mode),
                    Enabled = Array.Exists(Flags, flag => string.Equals(modes.Text(mode + flag), "true", StringComparison.OrdinalIgnoreCase)),
                    Addresses = CommaListConverter.Split(modes.Text(mode + "_address")) ?? [],
                    DomainNames = CommaListConverter.Split(modes.Text(mode + "_domain_name")) ?? [],
                }),
        ];
    }

    /// <summary>The mode of a flag's name.</summary>
    public static string NameOf(string flag) => PascalCase(ModeOf(flag) ?? flag);

    /// <summary>The mode as it is written in front of a flag's end; null for what is no flag.</summary>
    private static string? ModeOf(string field)
        => Array.Find(Flags, flag => field.EndsWith(flag, StringComparison.Ordinal)) is { } end ? field.Substring(0, field.Length - end.Length) : null;

    private static string PascalCase(string snake)
        => string.Concat(snake.Split('_').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
}
