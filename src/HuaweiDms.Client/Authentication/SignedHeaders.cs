using System.Buffers;
using System.Net.Http.Headers;

namespace HuaweiDms.Authentication;

/// <summary>
/// The headers that a signature covers: host, and every <c>X-…</c> header of the request. Proxies may change other headers, and
/// content-type and authorization are never signed.
/// </summary>
internal ref struct SignedHeaders
{
    private KeyValuePair<string, string>[] _headers;
    private int _count;

    public SignedHeaders(string host, HttpRequestHeaders given)
    {
        _headers = ArrayPool<KeyValuePair<string, string>>.Shared.Rent(16);
        Insert("host", host);
#if NET
        foreach (KeyValuePair<string, HeaderStringValues> header in given.NonValidated)
        {
            if (IsOurs(header.Key))
                Insert(header.Key, header.Value.ToString());
        }
#else
        foreach (KeyValuePair<string, IEnumerable<string>> header in given)
        {
            if (IsOurs(header.Key))
                Insert(header.Key, string.Join(", ", header.Value));
        }
#endif
    }

    /// <summary>Appends the names in lowercase, separated by semicolons.</summary>
    public readonly void AppendNames(ref AsciiBuffer text)
    {
        for (int i = 0; i < _count; i++)
        {
            if (i > 0)
                text.Append(';');
            text.AppendLower(_headers[i].Key);
        }
    }

    /// <summary>Appends one line per header, as in the canonical request.</summary>
    public readonly void AppendLines(ref AsciiBuffer text)
    {
        for (int i = 0; i < _count; i++)
        {
            text.AppendLower(_headers[i].Key);
            text.Append(':');
            text.Append(_headers[i].Value.AsSpan().Trim(' '));
            text.Append('\n');
        }
    }

    public readonly void Return() => ArrayPool<KeyValuePair<string, string>>.Shared.Return(_headers, clearArray: true);

    // Some proxies drop headers with an underscore in the name; no header we send has other special characters.
    private static bool IsOurs(string name)
    {
        if (name.Length < 3 || name[0] is not ('x' or 'X') || name[1] != '-')
            return false;
        foreach (char letter in name)
        {
            if (letter is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-'))
                return false;
        }

        return true;
    }

    private void Insert(string name, string value)
    {
        foreach (char letter in value)
        {
            if (letter is < ' ' or > '~')
                throw DmsErrors.NotHeaderText(name);
        }

        if (_count == _headers.Length)
            Grow();
        int at = _count++;
        for (; at > 0 && string.Compare(_headers[at - 1].Key, name, StringComparison.OrdinalIgnoreCase) > 0; at--)
            _headers[at] = _headers[at - 1];
        _headers[at] = new(name, value);
    }

    private void Grow()
    {
        KeyValuePair<string, string>[] larger = ArrayPool<KeyValuePair<string, string>>.Shared.Rent(_count * 2);
        _headers.AsSpan(0, _count).CopyTo(larger);
        Return();
        _headers = larger;
    }
}
