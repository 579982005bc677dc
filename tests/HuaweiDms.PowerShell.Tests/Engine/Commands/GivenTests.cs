using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class GivenTests
{
    private static readonly InstanceReference Prod = new((object)new Instance { InstanceId = "8959ab1c-7a1a-41b1-a05a-93dfc361b32d", Name = "prod" });

    [Theory]
    [InlineData(true)]
    [InlineData(false, "name")]
    [InlineData(false, "InstanceId")]
    public void A_name_is_that_of_the_instance_if_neither_was_given_on_the_command_line(bool expected, params string[] given)
    {
        Assert.Equal(expected, new Given(given).IsInstance(Prod, "prod"));
        Assert.False(new Given(given).IsInstance(Prod, "orders"));
    }

    [Fact]
    public void A_parameter_set_by_a_script_block_comes_from_the_pipeline_but_counts_as_intended()
    {
        Given mapped = new([], ["NAME", "InstanceId"]);
        Assert.False(mapped.Has("Name"));
        Assert.False(mapped.Has("InstanceId"));
        Assert.False(mapped.IsInstance(Prod, "prod"));
        Assert.Null(mapped.Description("Name", "bound"));
        Assert.Equal("bound", new Given([], ["Name", "Description"]).Description("Name", "bound"));
        Assert.True(new Given([], ["InstanceId"]).IsInstance(Prod, "prod"));
    }

    [Theory]
    [InlineData("bound")]
    [InlineData("bound", "Description")]
    [InlineData("bound", "Name", "Description")]
    [InlineData(null, "Name")]
    public void A_description_from_the_pipeline_with_a_given_name_belongs_to_the_instance(string? expected, params string[] given)
        => Assert.Equal(expected, new Given(given).Description("Name", "bound"));
}
