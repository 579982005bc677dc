using System.Management.Automation.Host;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Whether somebody sits before the host, with a window that can be drawn in.</summary>
internal static class HostWindow
{
    private const string NonInteractive = "NonInteractive";

    /// <summary>So many letters of it PowerShell needs.</summary>
    private const int NonInteractiveLeast = 4;

    /// <summary>UTF-8 and UTF-16. By number: the console has encodings of its own, which are neither by type.</summary>
    private static readonly int[] UnicodePages = [65001, 1200, 1201];

    /// <summary>Whether the signs of small charts come out as they are.</summary>
    public static bool HasSigns => Array.IndexOf(UnicodePages, Console.OutputEncoding.CodePage) >= 0;

    /// <summary>
    /// Somebody watches, and can press a key: neither input nor output is redirected, nobody said that nobody is there, and the host
    /// has a window. On a build server some of it may look as if there were one.
    /// </summary>
    public static bool IsWatched(PSHost host)
        => Environment.UserInteractive
            && !Console.IsInputRedirected && !Console.IsOutputRedirected
            && !IsOverridden(Environment.GetCommandLineArgs(), Environment.GetEnvironmentVariable)
            && HasWindow(host);

    /// <summary>Whether the command line or the environment say that nobody watches.</summary>
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
