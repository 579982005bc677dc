using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace HuaweiDms.Client.Tests;

/// <summary>Text from other sources cannot act as commands.</summary>
public sealed class PrintableTests
{
    [Theory]
    [InlineData("orders-v2 \u30AB\u30D5\u30AB \u00E9 \uD83D\uDE00", "orders-v2 \u30AB\u30D5\u30AB \u00E9 \uD83D\uDE00")]
    [InlineData("\u001B[2Jgone", "?[2Jgone")]
    [InlineData("one\r\ntwo\tthree", "one  two three")]
    [InlineData("\u009B31mred", "?31mred")]
    [InlineData("fdp.\u202Egro", "fdp.?gro")]
    [InlineData("a\u2028b\u007F\0", "a?b??")]
    public void Terminal_control_characters_are_replaced(string text, string shown) => Assert.Equal(shown, Printable.Of(text));

    [Fact]
    public void Any_text_becomes_one_line_of_the_same_length()
        => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            string shown = Printable.Of(text ?? "");
            return shown.Length == (text ?? "").Length && !shown.Any(letter => char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format);
        }).Check(Trials.Of(100));
}
