namespace HuaweiDms.Authentication;

/// <summary>
/// The sections of a credentials file, with <c>name = value</c> lines. Lines that begin with <c>#</c> or <c>;</c> are comments.
/// </summary>
internal sealed class ProfileFile
{
    private readonly Dictionary<string, Dictionary<string, string>> _sections = new(StringComparer.OrdinalIgnoreCase);

    private ProfileFile()
    {
    }

    /// <summary>The names of the sections.</summary>
    public IEnumerable<string> Names => _sections.Keys;

    /// <summary>Parses the text of a file.</summary>
    /// <exception cref="FormatException">A line is malformed. The message names file and line and shows none of the content.</exception>
    public static ProfileFile Read(string file, string text)
    {
        ProfileFile profiles = new();
        Dictionary<string, string>? section = null;
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            // A byte order mark is not part of the first line.
            string line = lines[i].Trim().Trim('\uFEFF');
            if (line.Length == 0 || line[0] is '#' or ';')
                continue;
            if (line[0] == '[')
                section = profiles.Begin(line) ?? throw Wrong(file, i, Text.ProfileLineSection);
            else if (section is null)
                throw Wrong(file, i, Text.ProfileLineBeforeSection);
            else if (!Add(section, line))
                throw Wrong(file, i, Text.ProfileLineWrong);
        }

        return profiles;
    }

    /// <summary>Returns a section; null if there is none of that name.</summary>
    public IReadOnlyDictionary<string, string>? Section(string name)
        => _sections.TryGetValue(name, out Dictionary<string, string>? section) ? section : null;

    private Dictionary<string, string>? Begin(string line)
    {
        string name = line.Trim('[', ']').Trim();
        if (line[line.Length - 1] != ']' || name.Length == 0 || _sections.ContainsKey(name))
            return null;
        return _sections[name] = new(StringComparer.OrdinalIgnoreCase);
    }

    private static bool Add(Dictionary<string, string> section, string line)
    {
        // Only the first equals sign separates: secret keys may contain others.
        int equals = line.IndexOf('=');
        string name = equals < 0 ? string.Empty : line.Substring(0, equals).Trim();
        if (name.Length == 0 || section.ContainsKey(name))
            return false;
        section[name] = line.Substring(equals + 1).Trim();
        return true;
    }

    private static FormatException Wrong(string file, int index, string why)
        => new(Format(Text.ProfileLine, file, index + 1, why));
}
