using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

/// <summary>Switches as command lines and cells have them.</summary>
public sealed class SwitchAttributeTests
{
    [Theory]
    [InlineData("True", true)]
    [InlineData(" yes ", true)]
    [InlineData(true, true)]
    [InlineData(1, true)]
    [InlineData("False", false)]
    [InlineData("0", false)]
    [InlineData(false, false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_text_is_what_it_says_and_an_empty_cell_is_not_given(object? given, bool isPresent)
        => Assert.Equal(isPresent, SwitchAttribute.IsOn(given));

    [Fact]
    public void What_is_neither_is_refused()
    {
        Assert.Throws<ArgumentTransformationMetadataException>(() => SwitchAttribute.IsOn("maybe"));
        Assert.Throws<ArgumentTransformationMetadataException>(() => SwitchAttribute.IsOn(new object[] { true, false }));
    }
}
