using System.Text;

namespace HuaweiDms;

/// <summary>Checks the size of a message before it is sent.</summary>
internal static class MessageSize
{
    /// <summary>The maximum number of characters of the content to quote in an error.</summary>
    private const int ExcerptLength = 40;

    /// <summary>Returns the size of content and key together, in bytes.</summary>
    /// <exception cref="DmsException">The message is too large, or contains an unpaired surrogate.</exception>
    public static long Check(string value, string key)
    {
        long size = Count("Value", value) + Count("Key", key);
        return size <= MessagesApi.LargestMessage
            ? size
            : throw DmsErrors.InvalidArgument("Value", Printable.Shorten(value, ExcerptLength), Format(Text.MessageSizeRule, size, MessagesApi.LargestMessage));
    }

    private static long Count(string name, string text)
    {
        try
        {
            return StrictUtf8.Encoding.GetByteCount(text);
        }
        catch (EncoderFallbackException)
        {
            throw DmsErrors.InvalidArgument(name, Printable.Shorten(text, ExcerptLength), Text.LoneSurrogate);
        }
    }
}
