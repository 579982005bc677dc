using System.Management.Automation;
using System.Reflection;

namespace HuaweiDms.PowerShell.Tests.Conventions;

/// <summary>PowerShell rejects null elements only for mandatory parameters.</summary>
public sealed class NullElementsAreRefusedOrDeclared
{
    private static readonly Type[] Checks = [typeof(ValidateNotNullOrEmptyAttribute), typeof(ValidateNotNullAttribute), typeof(ValidateSetAttribute)];
    private static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void Every_list_parameter_refuses_null_elements_or_declares_them_nullable()
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
