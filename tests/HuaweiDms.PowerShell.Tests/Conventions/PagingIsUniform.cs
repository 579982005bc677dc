using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class PagingIsUniform
{
    private static readonly Type[] Listings = [.. CmdletClasses.All.Where(CmdletClasses.SupportsPaging)];

    [Fact]
    public void Every_command_with_paging_uses_the_shared_output_window()
    {
        Assert.True(Listings.Length > 15);
        Assert.All(Listings, cmdlet => Assert.True(cmdlet.IsSubclassOf(typeof(ListCmdlet)), cmdlet.Name));
    }

    [Theory]
    [InlineData("First")]
    [InlineData("Skip")]
    [InlineData("IncludeTotalCount")]
    public void The_help_of_paging_is_the_same_in_every_command(string parameter)
        => Assert.NotNull(Assert.Single(Listings.Select(cmdlet => CmdletHelp.Describe(CmdletClasses.NameOf(cmdlet), parameter)).Distinct(StringComparer.Ordinal)));
}
