using System.Management.Automation;
using System.Reflection;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class NumbersAreReadConsistently
{
    /// <summary>PowerShell's own message for a list, 1.5 or 2000GB does not help, or there is none.</summary>
    [Fact]
    public void Each_number_or_flag_parameter_refuses_lists_and_invalid_values_in_plain_words()
        => Assert.All(CmdletClasses.All.SelectMany(CmdletClasses.Parameters), parameter =>
        {
            Type type = Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType;
            if (type == typeof(int))
                Assert.NotNull(parameter.GetCustomAttribute<IntegerAttribute>());
            if (type == typeof(WholeNumber) || type == typeof(Flag))
                Assert.NotNull(parameter.GetCustomAttribute<OneValueAttribute>());
        });

    /// <summary>
    /// PowerShell ignores a switch that is text, as in a CSV file, and the command would do something else than the file says.
    /// </summary>
    [Fact]
    public void Each_switch_that_is_bound_from_a_property_accepts_text()
        => Assert.All(
            CmdletClasses.All.SelectMany(CmdletClasses.Parameters).Where(parameter => parameter.PropertyType == typeof(SwitchParameter) && IsTakenFromProperties(parameter)),
            parameter => Assert.NotNull(parameter.GetCustomAttribute<SwitchAttribute>()));

    /// <summary>Read as metadata, because PowerShell's reference assembly does not keep attribute values.</summary>
    private static bool IsTakenFromProperties(PropertyInfo parameter)
        => parameter.GetCustomAttributesData().Any(attribute => attribute.AttributeType == typeof(ParameterAttribute)
            && attribute.NamedArguments.Any(argument => argument is { MemberName: nameof(ParameterAttribute.ValueFromPipelineByPropertyName), TypedValue.Value: true }));
}
