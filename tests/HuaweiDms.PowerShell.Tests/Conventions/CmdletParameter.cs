using System.Management.Automation;
using System.Reflection;

namespace HuaweiDms.PowerShell.Tests.Conventions;

/// <summary>A parameter of a cmdlet.</summary>
internal sealed record CmdletParameter(Type Cmdlet, PropertyInfo Property)
{
    public static IReadOnlyList<CmdletParameter> All { get; } =
    [
        .. from cmdlet in CmdletClasses.All
           from property in cmdlet.GetProperties()
           where property.IsDefined(typeof(ParameterAttribute))
           select new CmdletParameter(cmdlet, property),
    ];

    public string Name => Property.Name;

    /// <summary>The type of a value, which is not nullable.</summary>
    public Type ValueType => Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    public bool IsMandatory => Array.TrueForAll(Attributes, attribute => IsSet(attribute, nameof(ParameterAttribute.Mandatory)));

    public bool IsBoundFromProperties => Array.Exists(Attributes, attribute => IsSet(attribute, nameof(ParameterAttribute.ValueFromPipelineByPropertyName)));

    /// <summary>Read as metadata, because PowerShell's reference assembly does not keep attribute values.</summary>
    private CustomAttributeData[] Attributes => [.. Property.GetCustomAttributesData().Where(attribute => attribute.AttributeType == typeof(ParameterAttribute))];

    public bool Has<T>()
        where T : Attribute
        => Property.IsDefined(typeof(T));

    public override string ToString() => $"{CmdletClasses.NameOf(Cmdlet)} -{Name}";

    private static bool IsSet(CustomAttributeData attribute, string name)
        => attribute.NamedArguments.Any(argument => argument.MemberName == name && argument.TypedValue.Value is true);
}
