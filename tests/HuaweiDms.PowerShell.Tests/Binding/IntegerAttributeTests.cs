using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

/// <summary>Numbers as they appear in command lines, variables and table cells.</summary>
public sealed class IntegerAttributeTests
{
    [Theory]
    [InlineData(12)]
    [InlineData("12")]
    [InlineData(" -1 ")]
    [InlineData(12L)]
    [InlineData(12.0)]
    [InlineData(int.MaxValue)]
    [InlineData("")]
    [InlineData(null)]
    public void Whole_numbers_are_accepted_and_empty_values_stay_empty(object? given)
        => Assert.Null(IntegerAttribute.RuleOf(given));

    [Theory]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    [InlineData("many")]
    [InlineData("12, 13")]
    [InlineData("2000GB")]
    public void Anything_but_a_whole_number_is_refused(object given) => Assert.Equal(Text.IntegerRule, IntegerAttribute.RuleOf(given));

    [Theory]
    [InlineData(2147483648000)]
    [InlineData(1e300)]
    [InlineData("3000000000")]
    public void A_number_that_is_too_large_is_refused_with_the_likely_reason(object given)
        => Assert.Equal(Text.IntegerSizeRule, IntegerAttribute.RuleOf(given));

    [Fact]
    public void A_list_of_several_values_becomes_their_text_and_a_list_of_one_becomes_its_value()
    {
        object one = new();
        Assert.Same(one, OneValueAttribute.Of(new[] { one }));
        Assert.Equal("True, False", OneValueAttribute.Of(new object[] { true, false }));
        Assert.Equal("text", OneValueAttribute.Of("text"));
    }
}
