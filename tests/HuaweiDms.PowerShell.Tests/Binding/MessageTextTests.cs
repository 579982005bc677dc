using System.Collections;
using System.Text;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

/// <summary>What can be the content of a message. Whatever needs a real PowerShell is shown in its suites.</summary>
public sealed class MessageTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a\0\r\n🎉")]
    public void Text_is_sent_as_it_is_and_so_are_bytes_that_are_text(string text)
    {
        Assert.Equal((text, null), Read(text));
        Assert.Equal((text, null), Read(Encoding.UTF8.GetBytes(text)));
        Assert.Equal((text, null), Read(new Message { ValueBytes = Encoding.UTF8.GetBytes(text) }));
    }

    [Fact]
    public void What_would_be_changed_on_the_way_is_refused()
    {
        byte[] bytes = [0xC3, 0x28];
        Assert.All(
            new object[] { bytes, new Message { ValueBytes = bytes }, new Message { KeyBytes = bytes, ValueBytes = [1] }, (byte)65, new Message(), new Hashtable { ["a"] = 1 } },
            value => Assert.NotNull(MessageText.Of(value).Rule));
        Assert.NotNull(MessageText.Of(null).Rule);
    }

    [Fact]
    public void An_instance_is_no_message_but_where_one_goes()
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
