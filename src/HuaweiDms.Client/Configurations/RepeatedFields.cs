using System.Text;
using System.Text.Json;

namespace HuaweiDms;

/// <summary>
/// Looks for fields that an object has twice, as a merge that went wrong leaves them. The serializer would take the last, and what
/// stands in the first would be lost without a word.
/// </summary>
internal static class RepeatedFields
{
    /// <summary>Finds the first.</summary>
    /// <param name="json">JSON, with comments and commas at ends.</param>
    /// <param name="options">What may be in it.</param>
    /// <returns>Line, counted from 1, and name; null where there is none.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
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
                    // Fields are the same in upper and lower case; users and keys of tags are not.
                    bool areNames = string.Equals(field, nameof(ConfiguredTopic.Access), StringComparison.OrdinalIgnoreCase)
                        || string.Equals(field, nameof(ConfiguredInstance.Tags), StringComparison.OrdinalIgnoreCase);
                    objects.Push(new(areNames ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase));
                    break;
                case JsonTokenType.EndObject:
                    objects.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    field = Json.Tolerant.ReadText(ref reader);
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
