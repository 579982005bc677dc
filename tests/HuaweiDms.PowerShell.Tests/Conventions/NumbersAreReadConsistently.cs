using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class NumbersAreReadConsistently
{
    /// <summary>PowerShell's own message for a list, 1.5 or 2000GB does not help, or there is none.</summary>
    [Fact]
    public void Each_number_or_flag_parameter_refuses_lists_and_invalid_values_in_plain_words()
        => Assert.All(CmdletParameter.All, parameter =>
        {
            if (parameter.ValueType == typeof(int))
                Assert.True(parameter.Has<IntegerAttribute>(), $"{parameter} lacks [Integer].");
            if (parameter.ValueType == typeof(WholeNumber) || parameter.ValueType == typeof(Flag))
                Assert.True(parameter.Has<OneValueAttribute>(), $"{parameter} lacks [OneValue].");
        });

    /// <summary>
    /// PowerShell ignores a switch that is text, as in a CSV file, and the command would do something else than the file says.
    /// </summary>
    [Fact]
    public void Each_switch_that_is_bound_from_a_property_accepts_text()
        => Assert.All(
            CmdletParameter.All.Where(parameter => parameter.ValueType == typeof(SwitchParameter) && parameter.IsBoundFromProperties),
            parameter => Assert.True(parameter.Has<SwitchAttribute>(), $"{parameter} lacks [Switch]."));
}
