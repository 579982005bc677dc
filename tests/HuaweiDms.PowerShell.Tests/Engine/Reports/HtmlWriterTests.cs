using System.Globalization;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class HtmlWriterTests
{
    [Fact]
    public void Any_text_is_read_back_as_the_same_text()
        => Prop.ForAll(
            ArbMap.Default.GeneratorFor<(string? Text, string? Value)>().ToArbitrary(),
            given =>
            {
                XElement read = Write(html => html.Element("p", given.Text, ("title", given.Value)));
                return !read.HasElements && read.Value == Expected(given.Text) && (given.Value is null || read.Attribute("title") is not null);
            }).Check(Trials.Of(100));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"'><img src=x onerror=alert(1)>")]
    [InlineData("&lt;script&gt; & ]]> <!-- --> \0 \u001B[31m")]
    public void Markup_in_a_name_is_text(string name)
    {
        XElement read = Write(html => html.Element("p", name, ("title", name)));

        Assert.False(read.HasElements);
        Assert.Equal(Expected(name), read.Value);
        Assert.DoesNotContain("<script", read.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_are_proportional_to_their_values_and_stay_in_their_box()
        => Prop.ForAll(
            ArbMap.Default.GeneratorFor<(uint Value, uint Largest, byte Mark)>().ToArbitrary(),
            given =>
            {
                double value = Math.Min(given.Value, given.Largest);
                XElement svg = Write(html => Bar.Draw(html, value, given.Largest, "says", mark: given.Mark));
                double[] box = [.. svg.Attribute("viewBox")!.Value.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
                double? length = Number(svg.Elements("rect").SingleOrDefault(rect => rect.Attribute("class")!.Value == "value"), "width");
                bool isInside = svg.Elements("rect").All(rect => (Number(rect, "x") ?? 0) >= 0 && (Number(rect, "x") ?? 0) + Number(rect, "width") <= box[2] && Number(rect, "height") == box[3]);
                bool isTrue = value > 0 ? Math.Abs(length!.Value - Math.Max(value / given.Largest * Bar.Width, 1)) < 0.01 : length is null;
                return isInside && isTrue && svg.Attribute("aria-label")!.Value == "says";
            }).Check(Trials.Of(100));

    private static XElement Write(Action<HtmlWriter> write)
    {
        HtmlWriter html = new();
        write(html);
        return XDocument.Parse(html.ToString(), LoadOptions.PreserveWhitespace).Root!;
    }

    /// <summary>Characters that no document can contain, and unpaired surrogates, become replacement characters.</summary>
    private static string Expected(string? text)
        => string.Concat((text ?? string.Empty).Select(character => character is '\n' or '\t' || (character >= ' ' && character is not ('\uFFFE' or '\uFFFF')) ? character : '\uFFFD'));

    private static double? Number(XElement? rect, string name)
        => rect?.Attribute(name) is { } attribute ? double.Parse(attribute.Value, CultureInfo.InvariantCulture) : null;
}
