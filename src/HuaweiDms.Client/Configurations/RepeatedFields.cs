using System.Text;
using System.Text.Json;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>
/// Finds fields that an object contains twice, for example after a bad merge. The serializer would use the last one and silently drop the
/// first.
/// </summary>
internal static class RepeatedFields
{
    /// <summary>Finds the first repeated field.</summary>
    /// <param name="json">The JSON text, possibly with comments and trailing commas.</param>
    /// <param name="options">The syntax that is allowed.</param>
    /// <returns>The line, counted from 1, and the name; null if no field repeats.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static (int Line, string Name)? Find(string json, JsonReaderOptions options)
    {
        byte[] content = Encoding.UTF8.GetBytes(json);
        Utf8JsonReader reader = new(content, options);
        Stack<HashSet<string>> objects = new();
        string? field = null;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    // Field names ignore case; users and tag keys do not.
                    bool areNames = string.Equals(field, nameof(ConfiguredTopic.Access), StringComparison.OrdinalIgnoreCase)
                        || string.Equals(field, nameof(ConfiguredInstance.Tags), StringComparison.OrdinalIgnoreCase);
                    objects.Push(new(areNames ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase));
                    break;
                case JsonTokenType.EndObject:
                    objects.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    field = Tolerant.ReadText(ref reader);
                    if (!objects.Peek().Add(field))
                        return (LineOf(content, reader.TokenStartIndex), field);
                    break;
            }
        }
        return null;
    }

    private static int LineOf(byte[] content, long position)
    {
        int line = 1;
        for (int index = 0; index < position; index++)
        {
            if (content[index] == (byte)'\n')
                line++;
        }
        return line;
    }
}
