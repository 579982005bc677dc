using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

public sealed class ItemIdTests
{
    [Theory]
    [InlineData("2962882a-386c-4c9d-bb59-3b4f55d82961")]
    [InlineData("8a2c259182ab0e9d0182ab1882560009")]
    [InlineData("ff8080828bdc0f64018bdcafd8f00d7")]
    [InlineData("FF8080828BDC0F64018BDCAFD8F00D7")]
    [InlineData("00000000000000000000000000000000")]
    public void Every_id_format_of_the_reference_can_be_an_id(string id) => Assert.True(ItemId.CanBe(id));

    [Theory]
    [InlineData("audit-archive")]
    [InlineData("modifyAutoTopic")]
    [InlineData("orders-to-analytics-replication")]
    [InlineData("orders.to.analytics.replication.2")]
    [InlineData("2024")]
    public void A_name_cannot_be_an_id(string name) => Assert.False(ItemId.CanBe(name));
}
