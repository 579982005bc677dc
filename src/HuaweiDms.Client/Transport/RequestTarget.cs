using System.Text;

namespace HuaweiDms.Transport;

/// <summary>
/// The target of a request: path and query, escaped once and ordered as the signature requires, so that what is sent is what was signed.
/// Values that would address another resource after an HTTP library normalizes the address are rejected.
/// </summary>
internal sealed class RequestTarget
{
    private const string Hex = "0123456789ABCDEF";

    private RequestTarget(string path, string query)
    {
        Path = path;
        Query = query;
    }

    /// <summary>The escaped path, beginning with a slash.</summary>
    public string Path { get; }

    /// <summary>The escaped query without the question mark, sorted by unescaped name, then value; empty if there is none.</summary>
    public string Query { get; }

    /// <summary>The path and query.</summary>
    public string PathAndQuery => Query.Length == 0 ? Path : Path + "?" + Query;

    /// <summary>Creates a target from a template.</summary>
    /// <param name="template">The path. A segment <c>{name}</c> is replaced; any other must already be escaped.</param>
    /// <param name="pathValues">The values of the placeholders, unescaped.</param>
    /// <param name="query">The query values, unescaped and in any order; null is sent as an empty value.</param>
    /// <exception cref="DmsException">A value cannot be sent safely.</exception>
    public static RequestTarget Create(
        string template,
        IReadOnlyList<KeyValuePair<string, string>> pathValues,
        IReadOnlyList<KeyValuePair<string, string?>> query)
        => new(CreatePath(template, pathValues), CreateQuery(query));

    /// <summary>Returns the address at an endpoint, whose own path, if any, comes first.</summary>
    /// <exception cref="DmsException">The address would be altered in transit.</exception>
    public Uri On(Uri endpoint)
    {
        string basePath = endpoint.AbsolutePath.TrimEnd('/');
        string pathAndQuery = basePath + PathAndQuery;
        Uri address = new(endpoint.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) + pathAndQuery);
        return address.PathAndQuery == pathAndQuery ? address : throw DmsErrors.InvalidArgument("Path", pathAndQuery, Text.PathIsAltered);
    }

    /// <summary>Returns the path and query.</summary>
    public override string ToString() => PathAndQuery;

    /// <summary>Returns the path of an address created by <see cref="On"/>, exactly as it is sent.</summary>
    internal static ReadOnlySpan<char> PathOf(Uri address)
    {
        // The original text has been checked to be unaltered, and slicing it does not allocate.
        ReadOnlySpan<char> text = address.OriginalString.AsSpan();
        text = text.Slice(text.IndexOf("://".AsSpan()) + 3);
        text = text.Slice(text.IndexOf('/'));
        int mark = text.IndexOf('?');
        return mark < 0 ? text : text.Slice(0, mark);
    }

    private static string CreatePath(string template, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        if (template.Length == 0 || template[0] != '/')
            throw DmsErrors.InvalidArgument("Path", template, Text.PathBeginsWithSlash);
        if (template.IndexOfAny(['?', '#']) >= 0)
            throw DmsErrors.InvalidArgument("Path", template, Text.PathHasQuery);

        StringBuilder path = new(template.Length + 64);
        string[] segments = template.Split('/');
        for (int i = 1; i < segments.Length; i++)
        {
            string segment = segments[i];
            path.Append('/');
            if (segment.Length > 2 && segment[0] == '{' && segment[segment.Length - 1] == '}')
                AppendValue(path, segment.Substring(1, segment.Length - 2), template, values);
            else if (segment.Length > 0)
                AppendValue(path, "Path", Uri.UnescapeDataString(segment));
        }

        return path.ToString();
    }

    private static void AppendValue(StringBuilder path, string name, string template, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        foreach (KeyValuePair<string, string> value in values)
        {
            if (value.Key == name)
            {
                AppendValue(path, name, value.Value);
                return;
            }
        }

        // The templates of this library have values for all placeholders; this template comes from the caller.
        throw DmsErrors.InvalidArgument("Path", template, Format(Text.PathHasPlaceholder, name));
    }

    private static void AppendValue(StringBuilder path, string name, string value)
    {
        if (string.IsNullOrEmpty(value))
            throw DmsErrors.InvalidArgument(name, value, Text.PathValueMissing);
        if (value is "." or ".." || value.IndexOfAny(['/', '\\']) >= 0)
            throw DmsErrors.InvalidArgument(name, value, Text.PathValueUnsafe);
        string escaped = Escape(name, value);
        if (value.Any(letter => !IsPlain(letter)) && new Uri("https://host/" + escaped).AbsolutePath != "/" + escaped)
            throw DmsErrors.InvalidArgument(name, value, Text.PathIsAltered);
        path.Append(escaped);
    }

    private static string CreateQuery(IReadOnlyList<KeyValuePair<string, string?>> query)
    {
        if (query.Count == 0)
            return string.Empty;
        KeyValuePair<string, string?>[] sorted = [.. query];
        Array.Sort(sorted, static (one, other) =>
        {
            int names = string.CompareOrdinal(one.Key, other.Key);
            return names != 0 ? names : string.CompareOrdinal(one.Value ?? string.Empty, other.Value ?? string.Empty);
        });
        StringBuilder text = new();
        foreach (KeyValuePair<string, string?> pair in sorted)
        {
            if (text.Length > 0)
                text.Append('&');
            text.Append(Escape(pair.Key, pair.Key)).Append('=').Append(Escape(pair.Key, pair.Value ?? string.Empty));
        }

        return text.ToString();
    }

    /// <summary>Percent-encodes a value as the signature defines it: in UTF-8, keeping only letters, digits and <c>- _ . ~</c>.</summary>
    private static string Escape(string name, string value)
    {
        int first = 0;
        while (first < value.Length && IsUnreserved(value[first]))
            first++;
        if (first == value.Length)
            return value;

        StringBuilder escaped = new(value.Length + 32);
        escaped.Append(value, 0, first);
        for (int i = first; i < value.Length; i++)
        {
            char letter = value[i];
            if (IsUnreserved(letter))
            {
                escaped.Append(letter);
                continue;
            }

            bool isPair = char.IsSurrogatePair(value, i);
            if (char.IsSurrogate(letter) && !isPair)
                throw DmsErrors.InvalidArgument(name, Describe(value, i), Text.LoneSurrogate);
            foreach (byte encoded in Encoding.UTF8.GetBytes(value.Substring(i, isPair ? 2 : 1)))
                escaped.Append('%').Append(Hex[encoded >> 4]).Append(Hex[encoded & 15]);
            if (isPair)
                i++;
        }

        return escaped.ToString();
    }

    private static bool IsUnreserved(char letter) => IsPlain(letter) || letter is '.' or '~';

    /// <summary>Whether a character is never altered by address normalization.</summary>
    internal static bool IsPlain(char letter)
        => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_';

    // An unpaired surrogate could not be written in a message.
    private static string Describe(string value, int at)
        => Format("{0}\\u{1:X4}…", value.Substring(0, at), (int)value[at]);
}
