using System.Collections;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

/// <summary>Tags as they appear in command lines, files and consoles.</summary>
public sealed class TagTableTests
{
    [Theory]
    [InlineData("env=test", "env=test")]
    [InlineData("env=test;team=core", "env=test;team=core")]
    [InlineData("env=a;b", "env=a;b")]
    [InlineData("env=a=b", "env=a=b")]
    [InlineData("env", "env=")]
    public void A_text_contains_one_or_several_tags(string text, string tags) => Assert.Equal(tags, new TagTable(text).ToString());

    [Fact]
    public void Several_texts_and_a_hashtable_yield_the_same_tags()
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

    [Theory]
    [InlineData("env=test")]
    [InlineData("env=test;team=other")]
    [InlineData("env=test;Team=core")]
    [InlineData("env=test;team=core;cost=42")]
    public void Tags_that_differ_in_one_tag_are_not_equal(string other)
    {
        TagTable tags = new("env=test;team=core");

        Assert.NotEqual(tags, new TagTable(other));
        Assert.NotEqual(new TagTable(other), tags);
    }

    [Fact]
    public void An_invalid_tag_and_an_empty_value_are_distinguished()
    {
        Assert.Equal("5", new TagTable((object)5).Bad);
        Assert.Equal("5", new TagTable((object)5).Fault);
        Assert.True(new TagTable(string.Empty).IsEmpty);
        Assert.Equal(string.Empty, new TagTable(new Hashtable()).Fault);
        Assert.Null(new TagTable("env").Fault);
    }
}
