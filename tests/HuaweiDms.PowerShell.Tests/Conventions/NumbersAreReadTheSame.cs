using System.Reflection;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class NumbersAreReadTheSame
{
    /// <summary>What PowerShell says itself of a list, of 1.5 and of 2000GB is of no help, or nothing at all.</summary>
    [Fact]
    public void Each_parameter_that_is_one_number_or_flag_refuses_several_and_what_is_none_in_plain_words()
        => Assert.All(CmdletClasses.All.SelectMany(CmdletClasses.Parameters), parameter =>
        {
            Type type = Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType;
            if (type == typeof(int))
                Assert.NotNull(parameter.GetCustomAttribute<IntegerAttribute>());
            if (type == typeof(WholeNumber) || type == typeof(Flag))
                Assert.NotNull(parameter.GetCustomAttribute<OneValueAttribute>());
        });
}
