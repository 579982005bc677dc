namespace HuaweiDms.Emulator.Hosting;

/// <summary>A request as received. The target is kept byte for byte, because the signature covers it.</summary>
internal sealed class RequestMessage
{
    private readonly string _rawQuery;
    private List<KeyValuePair<string, string>>? _query;

    public RequestMessage(string method, string target, HeaderList headers, byte[] body)
    {
        Method = method;
        Target = target;
        Headers = headers;
        Body = body;
        int mark = target.IndexOf('?');
        Path = mark < 0 ? target : target.Substring(0, mark);
        _rawQuery = mark < 0 ? string.Empty : target.Substring(mark + 1);
    }

    public string Method { get; }

    /// <summary>The scheme of the URL that the client used. Sockets only support http.</summary>
    public string Scheme { get; init; } = "http";

    /// <summary>Path and query as sent.</summary>
    public string Target { get; }

    /// <summary>The path as sent.</summary>
    public string Path { get; }

    public HeaderList Headers { get; }

    public byte[] Body { get; }

    /// <summary>The query parameters, unescaped once. A plus sign is not a space: the signing rules only know %20.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query => _query ??= ParseQuery(_rawQuery);

    public string? QueryValue(string name)
    {
        foreach (KeyValuePair<string, string> pair in Query)
        {
            if (pair.Key == name)
                return pair.Value;
        }
        return null;
    }

    private static List<KeyValuePair<string, string>> ParseQuery(string query)
    {
        List<KeyValuePair<string, string>> pairs = [];
        foreach (string part in query.Split('&'))
        {
            if (part.Length == 0)
                continue;
            int equal = part.IndexOf('=');
            string name = equal < 0 ? part : part.Substring(0, equal);
            string value = equal < 0 ? string.Empty : part.Substring(equal + 1);
            pairs.Add(new(Uri.UnescapeDataString(name), Uri.UnescapeDataString(value)));
        }
        return pairs;
    }
}
