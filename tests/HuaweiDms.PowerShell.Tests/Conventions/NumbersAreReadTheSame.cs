using System.Management.Automation;
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

    /// <summary>PowerShell leaves out what is a text in a CSV file, and something else is changed than what the file says.</summary>
    [Fact]
    public void Each_switch_that_is_taken_from_a_property_is_read_from_text()
        => Assert.All(
            CmdletClasses.All.SelectMany(CmdletClasses.Parameters).Where(parameter => parameter.PropertyType == typeof(SwitchParameter) && IsTakenFromProperties(parameter)),
            parameter => Assert.NotNull(parameter.GetCustomAttribute<SwitchAttribute>()));

    /// <summary>Read as data: PowerShell's reference assembly does not keep what an attribute is given.</summary>
    private static bool IsTakenFromProperties(PropertyInfo parameter)
        => parameter.GetCustomAttributesData().Any(attribute => attribute.AttributeType == typeof(ParameterAttribute)
            && attribute.NamedArguments.Any(argument => argument is { MemberName: nameof(ParameterAttribute.ValueFromPipelineByPropertyName), TypedValue.Value: true }));
}
