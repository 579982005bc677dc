using System.Collections;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

/// <summary>Configurations as command lines, cells and files have them.</summary>
public sealed class ConfigTableTests
{
    [Theory]
    [InlineData("a=1;b=2")]
    [InlineData(" a = 1 ; b = 2 ; ")]
    [InlineData("a=1\nb=2")]
    [InlineData("a=1\r\nb=2\r\n")]
    public void Pairs_are_parted_by_semicolons_or_lines(string text)
    {
        ConfigTable table = new(text);

        Assert.Equal("a=1;b=2", table.ToString());
        Assert.Null(table.Bad);
    }

    [Fact]
    public void What_follows_the_first_sign_is_the_value()
        => Assert.Equal([new("filter", "a=b"), new("empty", "")], new ConfigTable("filter=a=b;empty=").Items);

    [Theory]
    [InlineData("a=1;nonsense;more", "nonsense")]
    [InlineData("=1", "=1")]
    public void The_first_that_is_no_pair_is_kept_to_be_told(string text, string bad) => Assert.Equal(bad, new ConfigTable(text).Bad);

    [Fact]
    public void A_table_gives_its_values_as_the_service_writes_them()
        => Assert.Equal("true", Assert.Single(new ConfigTable(new Hashtable { ["flag"] = true }).Items).Value);
}
