using System.Management.Automation.Host;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Determines whether the host is interactive and has a window to draw in.</summary>
internal static class HostWindow
{
    private const string NonInteractive = "NonInteractive";

    /// <summary>The shortest abbreviation of the switch that PowerShell accepts.</summary>
    private const int NonInteractiveLeast = 4;

    /// <summary>The code pages of UTF-8 and UTF-16. They are compared by number, because the console has its own encoding types.</summary>
    private static readonly int[] UnicodePages = [65001, 1200, 1201];

    /// <summary>Whether the console can show the characters of sparklines.</summary>
    public static bool HasSigns => Array.IndexOf(UnicodePages, Console.OutputEncoding.CodePage) >= 0;

    /// <summary>
    /// Whether a user is watching and can press a key: input and output are not redirected, nothing declares the session
    /// non-interactive, and the host has a window. On a build server, some of these may appear to be true.
    /// </summary>
    public static bool IsWatched(PSHost host)
        => Environment.UserInteractive
            && !Console.IsInputRedirected && !Console.IsOutputRedirected
            && !IsOverridden(Environment.GetCommandLineArgs(), Environment.GetEnvironmentVariable)
            && HasWindow(host);

    /// <summary>Whether the command line or the environment declares the session non-interactive.</summary>
    internal static bool IsOverridden(IEnumerable<string> commandLine, Func<string, string?> variable)
        => commandLine.Any(IsNonInteractive)
            || string.Equals(variable("CI"), "true", StringComparison.OrdinalIgnoreCase)
            || CiLog.Of(variable) is not null
            || variable("TERM") == "dumb";

    private static bool IsNonInteractive(string word)
        => word.Length > NonInteractiveLeast && word[0] is '-' or '/' && NonInteractive.StartsWith(word.TrimStart('-', '/'), StringComparison.OrdinalIgnoreCase);

    private static bool HasWindow(PSHost host)
    {
        try
        {
            return host.UI?.RawUI is { } window && window.WindowSize is { Width: > 0, Height: > 0 };
        }
        catch (Exception none) when (none is HostException or NotImplementedException or NotSupportedException or InvalidOperationException or IOException)
        {
            return false;
        }
    }
}
