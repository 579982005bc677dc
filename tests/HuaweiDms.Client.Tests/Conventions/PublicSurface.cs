using System.Reflection;
using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Conventions;

/// <summary>What users of the library can see.</summary>
internal static class PublicSurface
{
    public const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<Type> Types { get; } = [.. ClientBuild.Assembly.GetExportedTypes()];

    /// <summary>Methods and constructors that can be called from outside, those of properties included.</summary>
    public static IEnumerable<MethodBase> Methods
        => Types.SelectMany(type => type.GetMembers(Declared)).OfType<MethodBase>().Where(method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    /// <summary>Every type a member's signature names, down to the arguments of generic ones.</summary>
    public static IEnumerable<Type> Named(MethodBase method)
        => method.GetParameters().Select(parameter => parameter.ParameterType)
            .Append(method is MethodInfo { ReturnType: var returned } ? returned : typeof(void))
            .SelectMany(Parts);

    public static IEnumerable<Type> Parts(Type type)
        => type.HasElementType ? Parts(type.GetElementType()!)
            : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
            : [type];
}
