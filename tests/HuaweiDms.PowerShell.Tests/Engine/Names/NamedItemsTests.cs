using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class NamedItemsTests
{
    [Theory]
    [InlineData("env", false, "env", null)]
    [InlineData("ENV", false, "", "ENV")]
    [InlineData("ENV", true, "env,Env", null)]
    [InlineData("none", true, "", "none")]
    public void Exact_names_are_case_sensitive_unless_the_service_defines_them(string name, bool ignoreCase, string found, string? missing)
    {
        NamedItems items = NamedItems.Of(
            ["env", "Env", "team"], new([name], areExact: true), item => [item], one => Failures.NotFound("tag", one, "kafka-dev", "Get-DmsTag"), ignoreCase);

        Assert.Equal(found, string.Join(",", items.Items));
        Assert.Equal(missing, items.Missing.Select(failure => failure.Target).SingleOrDefault());
    }

    [Fact]
    public void A_missing_name_suggests_one_that_differs_only_in_case()
        => Assert.Contains(
            "Did you mean 'env'?",
            Assert.Single(NamedItems.Of(["env"], new(["ENV"], areExact: true), item => [item], one => Failures.NotFound("tag", one, "kafka-dev", "Get-DmsTag")).Missing).Advice,
            StringComparison.Ordinal);
}
