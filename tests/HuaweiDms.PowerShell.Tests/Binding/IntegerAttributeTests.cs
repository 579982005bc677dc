using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

/// <summary>Numbers as command lines, variables and cells have them.</summary>
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
    public void Whole_numbers_are_taken_and_nothing_stays_nothing(object? given)
        => Assert.Null(IntegerAttribute.RuleOf(given));

    [Theory]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    [InlineData("many")]
    [InlineData("12, 13")]
    [InlineData("2000GB")]
    public void What_is_no_whole_number_is_refused(object given) => Assert.Equal(Text.IntegerRule, IntegerAttribute.RuleOf(given));

    [Theory]
    [InlineData(2147483648000)]
    [InlineData(1e300)]
    [InlineData("3000000000")]
    public void What_is_more_than_there_are_numbers_for_is_refused_with_its_likely_reason(object given)
        => Assert.Equal(Text.IntegerSizeRule, IntegerAttribute.RuleOf(given));

    [Fact]
    public void Several_values_are_the_text_of_them_and_one_in_a_list_is_itself()
    {
        object one = new();
        Assert.Same(one, OneValueAttribute.Of(new[] { one }));
        Assert.Equal("True, False", OneValueAttribute.Of(new object[] { true, false }));
        Assert.Equal("text", OneValueAttribute.Of("text"));
    }
}
