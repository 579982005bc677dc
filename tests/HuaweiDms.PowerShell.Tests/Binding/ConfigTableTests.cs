using System.Collections;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

/// <summary>Configurations as they appear in command lines, table cells and files.</summary>
public sealed class ConfigTableTests
{
    [Theory]
    [InlineData("a=1;b=2")]
    [InlineData(" a = 1 ; b = 2 ; ")]
    [InlineData("a=1\nb=2")]
    [InlineData("a=1\r\nb=2\r\n")]
    public void Pairs_are_separated_by_semicolons_or_line_breaks(string text)
    {
        ConfigTable table = new(text);

        Assert.Equal("a=1;b=2", table.ToString());
        Assert.Null(table.Bad);
    }

    [Fact]
    public void Everything_after_the_first_equals_sign_is_the_value()
        => Assert.Equal([new("filter", "a=b"), new("empty", "")], new ConfigTable("filter=a=b;empty=").Items);

    [Theory]
    [InlineData("a=1;nonsense;more", "nonsense")]
    [InlineData("=1", "=1")]
    public void The_first_invalid_pair_is_kept_for_the_error(string text, string bad) => Assert.Equal(bad, new ConfigTable(text).Bad);

    [Fact]
    public void A_hashtable_value_is_written_as_the_service_writes_it()
        => Assert.Equal("true", Assert.Single(new ConfigTable(new Hashtable { ["flag"] = true }).Items).Value);
}
