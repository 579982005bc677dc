namespace HuaweiDms.PowerShell.Tests.Conventions;

/// <summary>The help pages of the cmdlets.</summary>
internal static class CmdletHelp
{
    /// <summary>The commands that have a page.</summary>
    public static IEnumerable<string> Commands
        => Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs/cmdlets"), "*.md").Select(path => Path.GetFileNameWithoutExtension(path));

    /// <summary>Returns the description of a parameter; null if the command has no such parameter.</summary>
    public static string? Describe(string command, string parameter)
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs/cmdlets", $"{command}.md")).ReplaceLineEndings("\n");
        string heading = $"\n### -{parameter}\n";
        int start = page.IndexOf(heading, StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += heading.Length;
        return page[start..page.IndexOf("```yaml", start, StringComparison.Ordinal)].Trim();
    }
}
