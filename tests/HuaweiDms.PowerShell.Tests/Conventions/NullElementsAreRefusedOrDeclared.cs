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
            CmdletParameter.All.Where(parameter => parameter.Property.PropertyType.GetElementType() is { IsValueType: false } && !parameter.IsMandatory),
            parameter => Assert.True(
                Array.Exists(Checks, check => parameter.Property.IsDefined(check))
                    || Nullability.Create(parameter.Property).ElementType!.ReadState == NullabilityState.Nullable,
                $"{parameter} accepts null elements but does not declare them nullable."));
}
