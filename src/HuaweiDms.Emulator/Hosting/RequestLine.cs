namespace HuaweiDms.Emulator.Hosting;

/// <summary>Parses the first line of a request.</summary>
internal static class RequestLine
{
    public static (string Method, string Target, bool IsOld) Parse(string line)
    {
        string[] parts = line.Split(' ');
        if (parts.Length != 3 || !IsToken(parts[0]) || !parts[2].StartsWith("HTTP/", StringComparison.Ordinal))
            throw new BadRequestException(400, "The request line is malformed.");
        if (parts[2] is not ("HTTP/1.1" or "HTTP/1.0"))
            throw new BadRequestException(505, "Only HTTP/1.1 and HTTP/1.0 are supported.");
        return (parts[0], ParseTarget(parts[1]), parts[2] == "HTTP/1.0");
    }

    /// <summary>Whether a text consists of the characters allowed in methods and header names.</summary>
    public static bool IsToken(string text)
    {
        foreach (char c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) && "!#$%&'*+-.^_`|~".IndexOf(c) < 0)
                return false;
        }
        return text.Length > 0;
    }

    /// <summary>Returns path and query unchanged. A client that is configured to use a proxy sends a full URL.</summary>
    private static string ParseTarget(string target)
    {
        foreach (char c in target)
        {
            if (c is <= ' ' or >= '\x7f')
                throw new BadRequestException(400, "The target contains a character that must be escaped.");
        }
        if (target.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            int path = target.IndexOf('/', "http://".Length);
            target = path < 0 ? "/" : target.Substring(path);
        }
        return target.Length > 0 && target[0] == '/' ? target : throw new BadRequestException(400, "The target is not a path.");
    }
}
