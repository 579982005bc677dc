using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// The content of a message, from any form a user may have: text or a value written as text, UTF-8 bytes, a message that was read,
/// or an object with a property Value, such as a row of a file.
/// </summary>
internal sealed class MessageText
{
    private MessageText(string text, string? rule = null) => (Content, Rule) = (text, rule);

    /// <summary>The text; if there is none, a description of the value.</summary>
    public string Content { get; }

    /// <summary>Why it cannot be sent; null if it can.</summary>
    public string? Rule { get; }

    public static MessageText Of(object? value)
    {
        object? bare = PSValue.Unwrap(value);
        return bare switch
        {
            string text => new(text),
            byte[] bytes => OfBytes(bytes),
            byte => Refused(bare, Text.MessageByteRule),
            Message message => OfMessage(message),
            IConvertible or Guid or DateTimeOffset or TimeSpan or Uri or Version
                => new((string)LanguagePrimitives.ConvertTo(bare, typeof(string), CultureInfo.InvariantCulture)),
            null => new("null", Text.MessageNullRule),
            not System.Collections.IDictionary when InstanceSource.Of(value) is { IsOurs: true, Contained: null } instance
                => new(instance.Name ?? instance.Id, Text.MessageInstanceRule),
            not System.Collections.IDictionary when PSObject.AsPSObject(value!).Properties["Value"] is { } property && !ReferenceEquals(property.Value, value)
                => IsBinary(value!) ? new(property.Value?.ToString() ?? "null", Text.MessageBytesRule) : Of(property.Value),
            _ => Refused(bare, Text.MessageObjectRule),
        };
    }

    private static MessageText OfMessage(Message message)
        => !message.IsText ? new(message.ToString(), Text.MessageBytesRule)
            : message.Value is { } text ? new(text)
            : new(message.ToString(), Text.MessageNullRule);

    /// <summary>Whether a row made from a message says that its text stands for bytes that are not text.</summary>
    private static bool IsBinary(object row)
        => bool.TryParse(PSValue.Unwrap(PSObject.AsPSObject(row).Properties["IsText"]?.Value)?.ToString(), out bool isText) && !isText;

    private static MessageText OfBytes(byte[] bytes)
    {
        try
        {
            return new(StrictUtf8.Encoding.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return Refused(bytes, Text.MessageBytesRule);
        }
    }

    private static MessageText Refused(object value, string rule) => new(value.GetType().Name, rule);
}
