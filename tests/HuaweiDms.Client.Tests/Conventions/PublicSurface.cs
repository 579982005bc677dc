using System.Reflection;
using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Conventions;

/// <summary>The public API of the library.</summary>
internal static class PublicSurface
{
    public const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<Type> Types { get; } = [.. ClientBuild.Assembly.GetExportedTypes()];

    /// <summary>The methods and constructors that can be called from outside, including those of properties.</summary>
    public static IEnumerable<MethodBase> Methods
        => Types.SelectMany(type => type.GetMembers(Declared)).OfType<MethodBase>().Where(method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    /// <summary>Returns every type in the signature of a member, including generic arguments.</summary>
    public static IEnumerable<Type> Named(MethodBase method)
        => method.GetParameters().Select(parameter => parameter.ParameterType)
            .Append(method is MethodInfo { ReturnType: var returned } ? returned : typeof(void))
            .SelectMany(Parts);

    public static IEnumerable<Type> Parts(Type type)
        => type.HasElementType ? Parts(type.GetElementType()!)
            : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
            : [type];
}
