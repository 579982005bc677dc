using System.Collections;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

/// <summary>Tags as command lines, files and consoles have them.</summary>
public sealed class TagTableTests
{
    [Theory]
    [InlineData("env=test", "env=test")]
    [InlineData("env=test;team=core", "env=test;team=core")]
    [InlineData("env=a;b", "env=a;b")]
    [InlineData("env=a=b", "env=a=b")]
    [InlineData("env", "env=")]
    public void A_text_is_a_tag_or_several(string text, string tags) => Assert.Equal(tags, new TagTable(text).ToString());

    [Fact]
    public void Several_texts_and_a_table_are_the_same_tags()
    {
        TagTable[] all =
        [
            new("env=test;team=core"),
            new((object)new object[] { "team=core", "env=test" }),
            new(new Hashtable { ["env"] = "test", ["team"] = "core" }),
            new((object)new Dictionary<string, string> { ["env"] = "test", ["team"] = "core" }),
        ];
        Assert.All(all, tags => Assert.Equal(all[0], tags));
        Assert.All(all, tags => Assert.Equal("core", tags["team"]));
        Assert.All(all, tags => Assert.Null(tags["Team"]));
    }

    [Fact]
    public void What_is_no_tag_and_what_is_none_are_told_apart()
    {
        Assert.Equal("5", new TagTable((object)5).Bad);
        Assert.Equal("5", new TagTable((object)5).Fault);
        Assert.True(new TagTable(string.Empty).IsEmpty);
        Assert.Equal(string.Empty, new TagTable(new Hashtable()).Fault);
        Assert.Null(new TagTable("env").Fault);
    }
}
