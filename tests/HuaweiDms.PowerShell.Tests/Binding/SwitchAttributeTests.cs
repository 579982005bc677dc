using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

/// <summary>Switches as they appear in command lines and table cells.</summary>
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
    public void Text_is_read_as_true_or_false_and_an_empty_cell_counts_as_omitted(object? given, bool isPresent)
        => Assert.Equal(isPresent, SwitchAttribute.IsOn(given));

    [Fact]
    public void Any_other_value_is_refused()
    {
        Assert.Throws<ArgumentTransformationMetadataException>(() => SwitchAttribute.IsOn("maybe"));
        Assert.Throws<ArgumentTransformationMetadataException>(() => SwitchAttribute.IsOn(new object[] { true, false }));
    }
}
