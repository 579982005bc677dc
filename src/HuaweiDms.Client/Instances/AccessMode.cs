using System.Text;
using System.Text.Json;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A way in which clients can connect, with its addresses.</summary>
public sealed class AccessMode
{
    /// <summary>The mode, such as <c>PrivatePlain</c> or <c>PublicSaslSsl</c>.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the mode is enabled.</summary>
    public bool Enabled { get; set; }

    /// <summary>The addresses of the brokers in this mode, as host and port.</summary>
    public string[] Addresses { get; set; } = [];

    /// <summary>The domain names of the brokers in this mode; empty if access by domain name is off.</summary>
    public string[] DomainNames { get; set; } = [];

    /// <summary>Returns the name of the mode.</summary>
    public override string ToString() => Name ?? string.Empty;
}

/// <summary>
/// Reads <c>port_protocols</c>, an object or its JSON text. Each mode has a flag <c>x_enable</c> and the lists <c>x_address</c> and
/// <c>x_domain_name</c>. One table of the reference spells some flags <c>x_enabled</c> (5.1.2).
/// </summary>
internal static class AccessModes
{
    /// <summary>The suffix of flags when sending.</summary>
    private const string Flag = "_enable";

    private static readonly string[] Flags = [Flag, "_enabled"];

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

    /// <summary>Returns the mode that a flag stands for.</summary>
    public static string NameOf(string flag) => PascalCase(ModeOf(flag) ?? flag);

    /// <summary>Returns the flag that stands for a mode.</summary>
    public static string FlagOf(string mode) => SnakeCase(mode) + Flag;

    /// <summary>Returns the mode without the suffix of the flag; null if the field is not a flag.</summary>
    private static string? ModeOf(string field)
        => Array.Find(Flags, flag => field.EndsWith(flag, StringComparison.Ordinal)) is { } end ? field.Substring(0, field.Length - end.Length) : null;

    private static string SnakeCase(string pascal)
    {
        StringBuilder snake = new();
        foreach (char letter in pascal)
        {
            if (char.IsUpper(letter) && snake.Length > 0)
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }
        return snake.ToString();
    }

    private static string PascalCase(string snake)
        => string.Concat(snake.Split('_').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
}
