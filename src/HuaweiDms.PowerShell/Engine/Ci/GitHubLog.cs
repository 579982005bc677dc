namespace HuaweiDms.PowerShell.Engine;

/// <summary>The workflow commands of GitHub Actions.</summary>
/// <param name="workspace">The path of the checked-out repository; files in it can be linked.</param>
internal sealed class GitHubLog(string? workspace) : CiLog
{
    private static readonly (char, string)[] InMessages = [('%', "%25"), ('\r', "%0D"), ('\n', "%0A")];
    private static readonly (char, string)[] InProperties = [.. InMessages, (':', "%3A"), (',', "%2C")];

    public override string Annotation(string level, string title, string message, string? script, int line)
    {
        string place = Relative(script) is { } file ? FormattableString.Invariant($"file={Escape(file, InProperties)},line={line},") : string.Empty;
        return $"::{level} {place}title={Escape(title, InProperties)}::{Escape(message, InMessages)}";
    }

    public override IEnumerable<string> Group(string title, IEnumerable<string> lines)
        => ["::group::" + Escape(title, InMessages), .. lines.Select(line => "  " + Plain(line)), "::endgroup::"];

    private string? Relative(string? script)
    {
        if (string.IsNullOrEmpty(workspace) || string.IsNullOrEmpty(script))
            return null;
        string root = workspace!.TrimEnd('/', '\\') + Path.DirectorySeparatorChar;
        return script!.StartsWith(root, StringComparison.OrdinalIgnoreCase) ? script.Substring(root.Length).Replace('\\', '/') : null;
    }
}
