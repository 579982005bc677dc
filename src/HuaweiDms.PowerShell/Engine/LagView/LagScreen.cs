using System.Management.Automation;
using System.Management.Automation.Host;
using System.Text;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The terminal of the user, through PowerShell's host. Lines are overwritten in place to avoid flicker. A terminal with an
/// alternate screen shows its former content again at the end, followed by the last frame.
/// </summary>
internal abstract class LagScreen(PSHost host, FrameStyle style) : ILagScreen
{
    private IReadOnlyList<string> _last = [];

    /// <summary>The style of frames on this terminal.</summary>
    public FrameStyle Style { get; } = style;

    /// <summary>One column is left free: a line that fills the last one wraps on some terminals.</summary>
    public (int Width, int Height) Size
    {
        get
        {
            Size window = host.UI.RawUI.WindowSize;
            return (Math.Max(window.Width - 1, 1), Math.Max(window.Height, 1));
        }
    }

    protected PSHost Host => host;

    /// <summary>The screen of a session; null if no user could see it or end it.</summary>
    public static LagScreen? Of(PSHost host, PSObject? style)
    {
        if (!HostWindow.IsWatched(host))
            return null;
        FrameStyle plain = HostWindow.HasSigns ? FrameStyle.Plain.WithSigns() : FrameStyle.Plain;
        bool isPlain = $"{style?.Properties["OutputRendering"]?.Value}" == "PlainText";
        if (!host.UI.SupportsVirtualTerminal || isPlain)
            return new PlainScreen(host, plain);
        bool hasColors = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        FrameStyle colored = FrameStyle.Colored.Like(style) with { Steps = plain.Steps, Ellipsis = plain.Ellipsis };
        return new TerminalScreen(host, hasColors ? colored : plain);
    }

    public void Show(IReadOnlyList<string> lines)
    {
        Draw(lines, isFirst: _last.Count == 0);
        _last = lines;
    }

    /// <summary>
    /// Key releases are also read: the one that started the command arrives here, and waiting for a key press would block on it.
    /// </summary>
    public char? ReadKey()
    {
        PSHostRawUserInterface window = host.UI.RawUI;
        if (!window.KeyAvailable)
            return null;
        KeyInfo key = window.ReadKey(ReadKeyOptions.NoEcho | ReadKeyOptions.IncludeKeyDown | ReadKeyOptions.IncludeKeyUp);
        return key is { KeyDown: true, Character: not '\0' } ? key.Character : null;
    }

    /// <summary>Restores the terminal. Does nothing if nothing was shown.</summary>
    public void Leave()
    {
        if (_last.Count == 0)
            return;
        Leave([.. _last.Take(Math.Max(_last.Count - 1, 1))]);
        _last = [];
    }

    protected abstract void Draw(IReadOnlyList<string> lines, bool isFirst);

    protected abstract void Leave(IReadOnlyList<string> last);

    /// <summary>A terminal that supports escape sequences: the view uses the alternate screen.</summary>
    private sealed class TerminalScreen(PSHost host, FrameStyle style) : LagScreen(host, style)
    {
        private const string Begin = "\u001B[?1049h\u001B[?25l";
        private const string End = "\u001B[?25h\u001B[?1049l";
        private const string ToEndOfLine = "\u001B[K";
        private const string ToEndOfPage = "\u001B[J";

        protected override void Draw(IReadOnlyList<string> lines, bool isFirst)
        {
            StringBuilder text = new(isFirst ? Begin : string.Empty);
            for (int line = 0; line < lines.Count; line++)
                text.Append("\u001B[").Append(line + 1).Append(";1H").Append(lines[line]).Append(ToEndOfLine);
            Host.UI.Write(text.Append(ToEndOfPage).ToString());
        }

        protected override void Leave(IReadOnlyList<string> last)
        {
            Host.UI.Write(End);
            foreach (string line in last)
                Host.UI.WriteLine(line);
        }
    }

    /// <summary>A terminal without escape sequences, or to which none may be sent: the view uses the window.</summary>
    private sealed class PlainScreen(PSHost host, FrameStyle style) : LagScreen(host, style)
    {
        protected override void Draw(IReadOnlyList<string> lines, bool isFirst)
        {
            (int width, int height) = Size;
            // The last line of a window scrolls when it is filled, and the line below the frame must be empty anyway.
            for (int line = 0; line < Math.Max(height - 1, lines.Count); line++)
                Write(line, TextWidth.Fit(line < lines.Count ? lines[line] : string.Empty, width, Style.Ellipsis));
        }

        protected override void Leave(IReadOnlyList<string> last)
        {
            (int width, int height) = Size;
            int below = Math.Min(last.Count, height - 1);
            Write(below, new(' ', width));
            MoveTo(below);
        }

        private void Write(int line, string text)
        {
            MoveTo(line);
            Host.UI.Write(text);
        }

        private void MoveTo(int line)
        {
            PSHostRawUserInterface window = Host.UI.RawUI;
            window.CursorPosition = new Coordinates(window.WindowPosition.X, window.WindowPosition.Y + line);
        }
    }
}
