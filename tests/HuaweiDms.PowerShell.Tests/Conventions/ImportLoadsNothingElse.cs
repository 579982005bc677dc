using System.Reflection;

namespace HuaweiDms.PowerShell.Tests.Conventions;

/// <summary>
/// PowerShell inspects every type when it imports the module: the constructors of public types, and fields whose layout it must know.
/// Neither may name a type of an assembly that is only needed later.
/// </summary>
public sealed class ImportLoadsNothingElse
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void No_public_constructor_of_a_public_type_takes_a_type_of_the_client_or_the_emulator()
        => Assert.All(
            CmdletClasses.Assembly.GetExportedTypes().SelectMany(type => type.GetConstructors()).SelectMany(constructor => constructor.GetParameters()),
            parameter => Assert.False(IsLate(parameter.ParameterType), $"{parameter.Member.DeclaringType} {parameter.Name}"));

    [Fact]
    public void No_class_derives_from_a_generic_type_over_a_type_of_the_client_or_the_emulator()
        => Assert.All(
            CmdletClasses.Assembly.GetTypes(),
            type => Assert.DoesNotContain(type.BaseType?.GetGenericArguments() ?? [], IsLate));

    [Fact]
    public void No_field_of_a_cmdlet_is_a_value_type_of_the_client_or_the_emulator()
        => Assert.All(
            CmdletClasses.Assembly.GetExportedTypes().SelectMany(type => type.GetFields(Everything)),
            field => Assert.False(
                IsLate(field.FieldType) && (Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType).IsValueType,
                $"{field.DeclaringType} {field.Name}"));

    [Fact]
    public void No_property_of_a_cmdlet_has_a_type_of_the_client()
        => Assert.All(
            CmdletClasses.All.SelectMany(cmdlet => cmdlet.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)),
            property => Assert.False(property.PropertyType.Assembly == typeof(DmsClient).Assembly, $"{property.DeclaringType} {property.Name}"));

    [Fact]
    public void No_attribute_of_a_cmdlet_names_a_type_of_the_client_or_the_emulator()
        => Assert.All(
            CmdletClasses.All.SelectMany(cmdlet => cmdlet.GetCustomAttributesData())
                .SelectMany(attribute => attribute.ConstructorArguments)
                .SelectMany(argument => argument.Value as IEnumerable<CustomAttributeTypedArgument> ?? [argument]),
            argument => Assert.False(argument.Value is Type type && IsLate(type), argument.ToString()));

    private static bool IsLate(Type type)
    {
        Assembly assembly = (Nullable.GetUnderlyingType(type) ?? type).Assembly;
        return assembly == typeof(DmsClient).Assembly || assembly == typeof(HuaweiDms.Emulator.DmsEmulator).Assembly;
    }
}
