using System.Globalization;
using System.Text.RegularExpressions;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The log of the platform that runs a script unattended, where it has marks of its own for errors and for parts that fold.
/// Secrets are not announced to be masked: to announce one is to print it, and nothing here prints any.
/// </summary>
internal abstract class CiLog
{
    /// <summary>Turns all of this off, with the value <c>off</c>.</summary>
    internal const string Variable = "HUAWEIDMS_CI";

    private static readonly Regex Unprintable = new(@"\p{C}+", RegexOptions.None, TimeSpan.FromSeconds(1));
    private static readonly Regex CommandMark = new(@"(?<mark>[#:])(?=\k<mark>)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>The platform this process runs on; null anywhere else.</summary>
    public static CiLog? Current => Of(Environment.GetEnvironmentVariable);

    /// <summary>The same, also where it is not to be told anything: it looks for commands in what is printed all the same.</summary>
    public static CiLog? Listening => Listener(Environment.GetEnvironmentVariable);

    public static CiLog? Of(Func<string, string?> variable)
        => string.Equals(variable(Variable), "off", StringComparison.OrdinalIgnoreCase) ? null : Listener(variable);

    /// <summary>A line that shows in the summary of the run.</summary>
    /// <param name="level">error or warning.</param>
    /// <param name="title">The command that says so.</param>
    /// <param name="message">What happened; may have any characters.</param>
    /// <param name="script">The file of the script; null at a prompt.</param>
    /// <param name="line">The line in it.</param>
    public abstract string Annotation(string level, string title, string message, string? script, int line);

    /// <summary>Lines that fold under a title.</summary>
    public abstract IEnumerable<string> Group(string title, IEnumerable<string> lines);

    /// <summary>A text that PowerShell puts somewhere into a line, without what the platform would take for a command there.</summary>
    public virtual string Inert(string text) => text;

    /// <summary>The same for a text that may begin a line itself, as the first column of a table does.</summary>
    public string InCell(string text)
    {
        string inert = Inert(text);
        return inert.StartsWith("::", StringComparison.Ordinal) ? ": " + inert.Substring(1) : inert;
    }

    /// <summary>A text as a part of an ordinary line: on one line, and without what a platform would take as a command.</summary>
    protected static string Plain(string text) => CommandMark.Replace(Unprintable.Replace(text, " "), "${mark} ");

    /// <summary>A text in which some characters are replaced by what the platform takes for them.</summary>
    protected static string Escape(string text, params (char Character, string By)[] rules)
        => string.Concat(text.Select(character => rules.FirstOrDefault(rule => rule.Character == character).By ?? character.ToString(CultureInfo.InvariantCulture)));

    private static CiLog? Listener(Func<string, string?> variable)
    {
        if (IsTrue(variable("GITHUB_ACTIONS")))
            return new GitHubLog(variable("GITHUB_WORKSPACE"));
        return IsTrue(variable("TF_BUILD")) ? new AzureLog() : null;
    }

    private static bool IsTrue(string? value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
