using System.Text;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Writes HTML that is also well-formed XML. All texts and attribute values are encoded, so markup can be written only as elements.
/// </summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _text = new("<!DOCTYPE html>\n");
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element; disposing of the result closes it.</summary>
    public Scope Open(string tag, params (string Name, string? Value)[] attributes)
    {
        Begin(tag, attributes, ">");
        _open.Push(tag);
        return new(this);
    }

    /// <summary>An element with a text in it.</summary>
    public void Element(string tag, string? text, params (string Name, string? Value)[] attributes)
    {
        using (Open(tag, attributes))
            Text(text);
    }

    /// <summary>Writes an element that is always empty.</summary>
    public void Void(string tag, params (string Name, string? Value)[] attributes) => Begin(tag, attributes, " />");

    /// <summary>A text, in the element that is open.</summary>
    public void Text(string? text)
    {
        foreach (char character in text ?? string.Empty)
            Append(character);
    }

    /// <summary>Adds a line break to the source, for people who read it.</summary>
    public void Break() => _text.Append('\n');

    /// <summary>What was written.</summary>
    public override string ToString() => _text.ToString();

    private void Begin(string tag, (string Name, string? Value)[] attributes, string end)
    {
        _text.Append('<').Append(tag);
        foreach ((string name, string? value) in attributes)
        {
            if (value is null)
                continue;
            _text.Append(' ').Append(name).Append("=\"");
            Text(value);
            _text.Append('"');
        }
        _text.Append(end);
    }

    private void Close() => _text.Append("</").Append(_open.Pop()).Append('>');

    private void Append(char character)
    {
        string? entity = character switch
        {
            '<' => "&lt;",
            '>' => "&gt;",
            '&' => "&amp;",
            '"' => "&quot;",
            '\'' => "&#39;",
            '\n' or '\t' => null,
            < ' ' or '\uFFFE' or '\uFFFF' => "\uFFFD",
            _ => null,
        };
        if (entity is null)
            _text.Append(character);
        else
            _text.Append(entity);
    }

    /// <summary>An element that is open.</summary>
    public readonly struct Scope(HtmlWriter html) : IDisposable
    {
        public void Dispose() => html.Close();
    }
}
