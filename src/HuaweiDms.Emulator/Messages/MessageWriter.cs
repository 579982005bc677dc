using System.Text;
using System.Text.Json;

namespace HuaweiDms.Emulator.Messages;

/// <summary>
/// Writes messages. The reference does not mention binary content: here it is written byte for byte, so clients must handle bytes
/// that are not UTF-8.
/// </summary>
internal static class MessageWriter
{
    /// <summary>Writes a message of 5.8.1. A list has no content, and a keyword search writes offset instead of message_offset.</summary>
    public static void Write(Utf8JsonWriter json, FoundMessage found, bool hasContent, bool isWhole, bool hasKeyword)
    {
        json.WriteString("topic", found.Topic.Name);
        json.WriteNumber("partition", found.Partition);
        WriteText(json, "key", found.Message.Key);
        if (hasContent)
            WriteText(json, "value", found.IsHuge && !isWhole ? Truncate(found.Message.Value) : found.Message.Value);
        json.WriteNumber("size", found.Message.Size);
        json.WriteNumber("timestamp", found.Message.Time.ToUnixTimeMilliseconds());
        json.WriteBoolean("huge_message", found.IsHuge);
        json.WriteNumber(hasKeyword ? "offset" : "message_offset", found.Offset);
        json.WriteString("message_id", string.Empty);
        json.WriteString("app_id", string.Empty);
        json.WriteString("tag", string.Empty);
    }

    /// <summary>Writes a message of 5.8.2 or 5.8.3.</summary>
    public static void WriteShort(Utf8JsonWriter json, FoundMessage found, bool hasContent)
    {
        json.WriteString("topic", found.Topic.Name);
        json.WriteNumber("partition", found.Partition);
        json.WriteNumber("message_offset", found.Offset);
        if (hasContent)
        {
            WriteText(json, "key", found.Message.Key);
            WriteText(json, "value", found.Message.Value);
        }
        json.WriteNumber("size", found.Message.Size);
        json.WriteNumber("timestamp", found.Message.Time.ToUnixTimeMilliseconds());
    }

    private static void WriteText(Utf8JsonWriter json, string name, byte[]? text)
    {
        json.WritePropertyName(name);
        if (text is null)
            json.WriteNullValue();
        else
            json.WriteRawValue(Quote(text), skipInputValidation: true);
    }

    /// <summary>The first bytes of a value, without splitting a UTF-8 character.</summary>
    private static byte[] Truncate(byte[] value)
    {
        int length = FoundMessage.MaxShownBytes;
        while (length > FoundMessage.MaxShownBytes - 3 && (value[length] & 0xC0) == 0x80)
            length--;
        return value.AsSpan(0, length).ToArray();
    }

    private static byte[] Quote(byte[] text)
    {
        using MemoryStream quoted = new(text.Length + 16);
        quoted.WriteByte((byte)'"');
        foreach (byte letter in text)
        {
            if (letter is (byte)'"' or (byte)'\\')
                quoted.WriteByte((byte)'\\');
            if (letter >= ' ')
                quoted.WriteByte(letter);
            else
                quoted.Write(Encoding.ASCII.GetBytes($"\\u{(int)letter:x4}"), 0, 6);
        }
        quoted.WriteByte((byte)'"');
        return quoted.ToArray();
    }
}
