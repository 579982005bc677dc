using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class MessageKeysTests
{
    [Theory]
    [InlineData("k-1", true)]
    [InlineData("Grüße 🎉", true)]
    [InlineData("K-1", false)]
    [InlineData("k-", false)]
    [InlineData("k-10", false)]
    public void Keys_are_compared_byte_by_byte(string key, bool isMeant)
        => Assert.Equal(isMeant, MessageKeys.Of(["k-1", "Grüße 🎉"])!.Has(new() { KeyBytes = System.Text.Encoding.UTF8.GetBytes(key) }));

    [Fact]
    public void A_message_without_a_key_matches_none()
    {
        Assert.False(MessageKeys.Of([string.Empty])!.Has(new()));
        Assert.False(MessageKeys.Of(["\uFFFD"])!.Has(new() { KeyBytes = [0xC3] }));
        Assert.Null(MessageKeys.Of(null));
    }
}
