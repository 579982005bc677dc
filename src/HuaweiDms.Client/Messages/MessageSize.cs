using System.Text;

namespace HuaweiDms;

/// <summary>What a message may hold, checked before it is sent.</summary>
internal static class MessageSize
{
    /// <summary>So much of a content as a sentence bears.</summary>
    private const int ExcerptLength = 40;

    /// <summary>The bytes of content and key together.</summary>
    /// <exception cref="DmsException">They are too many, or there is no form of them in UTF-8.</exception>
    public static long Check(string value, string key)
    {
        long size = Count("Value", value) + Count("Key", key);
        return size <= MessagesApi.LargestMessage
            ? size
            : throw DmsErrors.InvalidArgument("Value", Excerpt(value), Format(Text.MessageSizeRule, size, MessagesApi.LargestMessage));
    }

    private static long Count(string name, string text)
    {
        try
        {
            return StrictUtf8.Encoding.GetByteCount(text);
        }
        catch (EncoderFallbackException)
        {
            throw DmsErrors.InvalidArgument(name, Excerpt(text), Text.LoneSurrogate);
        }
    }

    private static string Excerpt(string text) => text.Length <= ExcerptLength ? text : text.Substring(0, ExcerptLength) + "…";
}
