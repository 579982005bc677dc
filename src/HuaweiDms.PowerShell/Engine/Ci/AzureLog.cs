using System.Text.RegularExpressions;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The logging commands of Azure Pipelines.</summary>
internal sealed class AzureLog : CiLog
{
    private static readonly Regex Command = new(@"##(?=vso\[|\[)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private static readonly (char, string)[] InMessages = [('%', "%AZP25"), ('\r', "%0D"), ('\n', "%0A")];
    private static readonly (char, string)[] InProperties = [.. InMessages, (']', "%5D"), (';', "%3B")];

    /// <summary>
    /// Azure Pipelines accepts commands anywhere in a line; GitHub only at its beginning, where PowerShell writes its own words.
    /// </summary>
    public override string Inert(string text) => Command.Replace(text, "# #");

    public override string Annotation(string level, string title, string message, string? script, int line)
    {
        string place = string.IsNullOrEmpty(script) ? string.Empty : FormattableString.Invariant($"sourcepath={Escape(script!, InProperties)};linenumber={line};");
        return $"##vso[task.logissue type={level};{place}]{Escape($"{title}: {message}", InMessages)}";
    }

    public override IEnumerable<string> Group(string title, IEnumerable<string> lines)
        => ["##[group]" + Plain(title), .. lines.Select(line => "  " + Plain(line)), "##[endgroup]"];
}
