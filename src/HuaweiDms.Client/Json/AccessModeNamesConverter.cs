using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>Converts names of access modes, which are sent as an object with one flag per mode (5.1.1, <c>port_protocol</c>).</summary>
internal sealed class AccessModeNamesConverter : JsonConverter<string[]?>
{
    public override string[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => throw new NotSupportedException("Access modes are read together with their addresses.");

    public override void Write(Utf8JsonWriter writer, string[]? value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (string mode in value!)
            writer.WriteBoolean(FlagOf(mode), true);
        writer.WriteEndObject();
    }

    /// <summary>Returns the name of the flag of a mode.</summary>
    internal static string FlagOf(string mode) => SnakeCase(mode) + "_enable";

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
}
