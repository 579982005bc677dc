using System.Text.Json;
using System.Text.Json.Serialization;
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

    /// <summary>The mode's name.</summary>
    public override string ToString() => Name ?? string.Empty;
}

/// <summary>Reads <c>port_protocols</c>, an object or the JSON text of one: a flag <c>x_enable</c> and a list <c>x_address</c> for each mode.</summary>
internal sealed class AccessModesConverter : JsonConverter<AccessMode[]?>
{
    private const string Flag = "_enable";

    public override AccessMode[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument? document = EmbeddedJson.Read(ref reader);
        if (document?.RootElement.ValueKind != JsonValueKind.Object)
            return null;
        JsonElement modes = document.RootElement;
        return
        [
            .. modes.EnumerateObject()
                .Where(field => field.Name.EndsWith(Flag, StringComparison.Ordinal))
                .Select(field => field.Name.Substring(0, field.Name.Length - Flag.Length))
                .Select(mode => new AccessMode
                {
                    Name = PascalCase(mode),
                    Enabled = string.Equals(modes.Text(mode + Flag), "true", StringComparison.OrdinalIgnoreCase),
                    Addresses = CommaListConverter.Split(modes.Text(mode + "_address")) ?? [],
                }),
        ];
    }

    public override void Write(Utf8JsonWriter writer, AccessMode[]? value, JsonSerializerOptions options)
        => throw new NotSupportedException("Access modes are sent by their own operation (5.2.9).");

    /// <summary>The mode of a flag's name.</summary>
    internal static string NameOf(string flag)
        => PascalCase(flag.EndsWith(Flag, StringComparison.Ordinal) ? flag.Substring(0, flag.Length - Flag.Length) : flag);

    private static string PascalCase(string snake)
        => string.Concat(snake.Split('_').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
}
