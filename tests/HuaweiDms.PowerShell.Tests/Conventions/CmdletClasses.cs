using System.Management.Automation;
using System.Reflection;

namespace HuaweiDms.PowerShell.Tests.Conventions;

/// <summary>What the convention tests examine.</summary>
internal static class CmdletClasses
{
    public static Assembly Assembly { get; } = typeof(GetDmsInstance).Assembly;

    public static IReadOnlyList<Type> All { get; } =
    [
        .. Assembly.GetTypes().Where(type => type.GetCustomAttribute<CmdletAttribute>() is not null).OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    public static string Verb(Type cmdlet) => (string)Attribute(cmdlet).ConstructorArguments[0].Value!;

    public static string Noun(Type cmdlet) => (string)Attribute(cmdlet).ConstructorArguments[1].Value!;

    public static string NameOf(Type cmdlet) => $"{Verb(cmdlet)}-{Noun(cmdlet)}";

    public static bool SupportsShouldProcess(Type cmdlet) => Named(cmdlet, nameof(CmdletAttribute.SupportsShouldProcess)) is true;

    public static bool SupportsPaging(Type cmdlet) => Named(cmdlet, nameof(CmdletAttribute.SupportsPaging)) is true;

    public static ConfirmImpact Impact(Type cmdlet)
        => Named(cmdlet, nameof(CmdletAttribute.ConfirmImpact)) is { } value ? (ConfirmImpact)value : ConfirmImpact.Medium;

    /// <summary>Read as metadata, because PowerShell's reference assembly does not keep attribute values.</summary>
    private static CustomAttributeData Attribute(Type cmdlet)
        => cmdlet.GetCustomAttributesData().Single(attribute => attribute.AttributeType == typeof(CmdletAttribute));

    private static object? Named(Type cmdlet, string name)
        => Attribute(cmdlet).NamedArguments.FirstOrDefault(argument => argument.MemberName == name).TypedValue.Value;
}
