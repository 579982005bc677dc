using System.Collections;
using System.Text;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

/// <summary>The possible contents of a message. Cases that need a real PowerShell are in the Pester suites.</summary>
public sealed class MessageTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a\0\r\n🎉")]
    public void Text_and_UTF8_bytes_are_sent_unchanged(string text)
    {
        Assert.Equal((text, null), Read(text));
        Assert.Equal((text, null), Read(Encoding.UTF8.GetBytes(text)));
        Assert.Equal((text, null), Read(new Message { ValueBytes = Encoding.UTF8.GetBytes(text) }));
    }

    [Fact]
    public void A_value_that_would_change_in_transit_is_refused()
    {
        byte[] bytes = [0xC3, 0x28];
        Assert.All(
            new object[] { bytes, new Message { ValueBytes = bytes }, new Message { KeyBytes = bytes, ValueBytes = [1] }, (byte)65, new Message(), new Hashtable { ["a"] = 1 } },
            value => Assert.NotNull(MessageText.Of(value).Rule));
        Assert.NotNull(MessageText.Of(null).Rule);
    }

    [Fact]
    public void An_instance_is_not_a_message_and_the_error_shows_where_to_pass_it()
    {
        MessageText text = MessageText.Of(new Instance { InstanceId = "8959ab1c-7a1a-41b1-a05a-93dfc361b32d", Name = "kafka-dev" });

        Assert.Equal("kafka-dev", text.Content);
        Assert.Contains("-InstanceId $instance", text.Rule, StringComparison.Ordinal);
    }

    private static (string Text, string? Rule) Read(object value)
    {
        MessageText text = MessageText.Of(value);
        return (text.Content, text.Rule);
    }
}
