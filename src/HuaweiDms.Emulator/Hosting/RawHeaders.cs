using System.Net.Http.Headers;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>Reads the headers of HttpClient as they would be sent over the wire.</summary>
internal static class RawHeaders
{
    /// <summary>Copies header values unparsed: parsing could change what was signed.</summary>
    public static void CopyTo(HeaderList list, HttpHeaders headers)
    {
#if NET
        foreach (KeyValuePair<string, HeaderStringValues> header in headers.NonValidated)
#else
        foreach (KeyValuePair<string, IEnumerable<string>> header in headers)
#endif
        {
            if (!string.Equals(header.Key, "Host", StringComparison.OrdinalIgnoreCase))
                list.Add(header.Key, string.Join(", ", header.Value));
        }
    }
}
