using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

/// <summary>Parameter values compare equal to what a script would have written for them.</summary>
public sealed class ParameterValueEqualityTests
{
    [Fact]
    public void A_number_equals_its_text()
    {
        AssertSame(new WholeNumber(5), new WholeNumber(" 5 "));
        AssertSame(new WholeNumber("five"), new WholeNumber("five"));
        Assert.NotEqual(new WholeNumber("five"), new WholeNumber(string.Empty));
        Assert.Equal("5", new WholeNumber(5).ToString());
        Assert.NotEqual(new WholeNumber(5), new WholeNumber(6));
        Assert.True(new WholeNumber(5).CompareTo(new WholeNumber("10")) < 0);
        Assert.True(new WholeNumber(5).CompareTo(new WholeNumber("none")) > 0);
    }

    [Fact]
    public void Yes_equals_true_and_no_equals_false()
    {
        AssertSame(new Flag(true), new Flag("yes"));
        AssertSame(new Flag(false), new Flag("0"));
        AssertSame(new Flag("perhaps"), new Flag("perhaps"));
        Assert.NotEqual(new Flag(false), new Flag(string.Empty));
        Assert.NotEqual(new Flag("perhaps"), new Flag(string.Empty));
        Assert.Equal(("true", "false"), (new Flag(true).ToString(), new Flag(false).ToString()));
    }

    [Fact]
    public void Connections_connectors_and_brokers_compare_by_name()
    {
        AssertSame(new ContextReference("Prod"), new ContextReference("prod"));
        AssertSame(new ConnectorReference("8959ab1c-7a1a-41b1-a05a-93dfc361b32d"), new ConnectorReference("8959AB1C-7A1A-41B1-A05A-93DFC361B32D"));
        Assert.NotEqual(new ConnectorReference("8959ab1c-7a1a-41b1-a05a-93dfc361b32d"), new ConnectorReference("8959ab1c-7a1a-41b1-a05a-93dfc361b32e"));
        AssertSame(new BrokerReference(2), new BrokerReference("2"));
        Assert.NotEqual(new BrokerReference(2), new BrokerReference("2,1"));
        Assert.False(new ContextReference("prod").Equals("prod"));
    }

    [Fact]
    public void Configurations_are_equal_regardless_of_order_and_case()
    {
        ConfigTable table = new("max.message.bytes=5;message.timestamp.type=CreateTime");
        AssertSame(table, new ConfigTable("Message.Timestamp.Type=CreateTime; MAX.message.bytes = 5"));
        Assert.NotEqual(table, new ConfigTable("max.message.bytes=5"));
        Assert.NotEqual(table, new ConfigTable("max.message.bytes=6;message.timestamp.type=CreateTime"));
        Assert.NotEqual(new ConfigTable("odd"), new ConfigTable("strange"));
        Assert.Equal("5", table["Max.Message.Bytes"]);
        Assert.Null(table["other"]);
    }

    private static void AssertSame(object one, object other)
    {
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }
}
