using System.Management.Automation;
using System.Reflection;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Conventions;

/// <summary>PowerShell accepts <c>v1</c> where <c>V1</c> is listed; a comparison with the listed value would then silently fail.</summary>
public sealed class ListedValuesKeepTheirSpelling
{
    public static TheoryData<Type, string> Parameters { get; } =
    [
        .. CmdletParameter.All.Where(parameter => parameter.Has<ValidateSetAttribute>()).Select(parameter => (parameter.Cmdlet, parameter.Name)),
    ];

    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_parameter_with_a_ValidateSet_receives_each_value_as_it_is_listed(Type cmdlet, string parameter)
    {
        CustomAttributeData spelled = Assert.Single(
            cmdlet.GetProperty(parameter)!.GetCustomAttributesData(), attribute => attribute.AttributeType == typeof(CanonicalCaseAttribute));
        Assert.True(((Type)spelled.ConstructorArguments[0].Value!).IsAssignableFrom(cmdlet));
        Assert.Equal(parameter, spelled.ConstructorArguments[1].Value);
    }
}
