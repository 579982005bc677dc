using System.Globalization;
using System.Text.RegularExpressions;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The log of the CI platform that runs a script, if it has commands for errors and folded groups. Secrets are not registered for
/// masking: registering one prints it, and nothing here prints secrets.
/// </summary>
internal abstract class CiLog
{
    /// <summary>The environment variable that turns this off with the value <c>off</c>.</summary>
    internal const string Variable = "HUAWEIDMS_CI";

    private static readonly Regex Unprintable = new(@"\p{C}+", RegexOptions.None, TimeSpan.FromSeconds(1));
    private static readonly Regex CommandMark = new(@"(?<mark>[#:])(?=\k<mark>)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>The platform this process runs on; null if there is none.</summary>
    public static CiLog? Current => Of(Environment.GetEnvironmentVariable);

    /// <summary>The platform even if annotations are turned off, because it still interprets commands in the output.</summary>
    public static CiLog? Listening => Listener(Environment.GetEnvironmentVariable);

    public static CiLog? Of(Func<string, string?> variable)
        => string.Equals(variable(Variable), "off", StringComparison.OrdinalIgnoreCase) ? null : Listener(variable);

    /// <summary>Returns a line that appears in the summary of the run.</summary>
    /// <param name="level">error or warning.</param>
    /// <param name="title">The command that reports it.</param>
    /// <param name="message">The message; may contain any characters.</param>
    /// <param name="script">The file of the script; null at a prompt.</param>
    /// <param name="line">The line in it.</param>
    public abstract string Annotation(string level, string title, string message, string? script, int line);

    /// <summary>Returns lines that are folded under a title.</summary>
    public abstract IEnumerable<string> Group(string title, IEnumerable<string> lines);

    /// <summary>Neutralizes platform commands in a text that PowerShell writes somewhere in a line.</summary>
    public virtual string Inert(string text) => text;

    /// <summary>Neutralizes a text that may begin a line, such as the first column of a table.</summary>
    public string InCell(string text)
    {
        string inert = Inert(text);
        return inert.StartsWith("::", StringComparison.Ordinal) ? ": " + inert.Substring(1) : inert;
    }

    /// <summary>Formats a text for an ordinary line: on one line and without platform commands.</summary>
    protected static string Plain(string text) => CommandMark.Replace(Unprintable.Replace(text, " "), "${mark} ");

    /// <summary>Replaces some characters by the escapes of the platform.</summary>
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
