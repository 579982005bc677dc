using System.Management.Automation;
using System.Reflection;

namespace HuaweiDms.PowerShell.Tests.Conventions;

/// <summary>PowerShell keeps nulls from a parameter that is mandatory, and from no other.</summary>
public sealed class NothingIsNoThing
{
    private static readonly Type[] Checks = [typeof(ValidateNotNullOrEmptyAttribute), typeof(ValidateNotNullAttribute), typeof(ValidateSetAttribute)];
    private static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void Where_a_list_is_taken_nothing_is_refused_in_it_or_expected()
        => Assert.All(
            CmdletClasses.All.SelectMany(cmdlet => CmdletClasses.Parameters(cmdlet), (cmdlet, parameter) => (Cmdlet: CmdletClasses.NameOf(cmdlet), parameter))
                .Where(pair => pair.parameter.PropertyType.GetElementType() is { IsValueType: false } && !IsMandatory(pair.parameter)),
            pair => Assert.True(
                Array.Exists(Checks, check => pair.parameter.IsDefined(check))
                    || Nullability.Create(pair.parameter).ElementType!.ReadState == NullabilityState.Nullable,
                $"{pair.Cmdlet} -{pair.parameter.Name} takes nulls and does not say so."));

    private static bool IsMandatory(PropertyInfo parameter)
        => parameter.GetCustomAttributesData().Where(attribute => attribute.AttributeType == typeof(ParameterAttribute))
            .All(attribute => attribute.NamedArguments.Any(argument => argument.MemberName == nameof(ParameterAttribute.Mandatory) && argument.TypedValue.Value is true));
}
