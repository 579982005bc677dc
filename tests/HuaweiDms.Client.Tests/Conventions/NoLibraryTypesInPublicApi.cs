using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Conventions;

/// <summary>The public API has only types of this library and of .NET, none of other libraries.</summary>
public sealed class NoLibraryTypesInPublicApi
{
    private static readonly string[] Foreign = ["Polly", "System.Text.Json"];

    [Fact]
    public void No_public_member_names_a_type_of_a_library()
        => Assert.Empty(
            from method in PublicSurface.Methods
            from type in PublicSurface.Named(method)
            where Foreign.Any(name => type.Namespace?.StartsWith(name, StringComparison.Ordinal) == true)
            select $"{method.DeclaringType!.Name}.{method.Name}: {type}");

    [Fact]
    public void No_public_type_derives_from_a_library_type()
        => Assert.Empty(
            from type in PublicSurface.Types
            from above in type.GetInterfaces().Append(type.BaseType).OfType<Type>().SelectMany(PublicSurface.Parts)
            where Foreign.Any(name => above.Namespace?.StartsWith(name, StringComparison.Ordinal) == true)
            select $"{type.Name}: {above}");

    [Fact]
    public void The_client_references_neither_PowerShell_nor_the_emulator()
        => Assert.DoesNotContain(
            ClientBuild.Assembly.GetReferencedAssemblies(),
            name => name.Name is "System.Management.Automation" or "HuaweiDms.PowerShell" or "HuaweiDms.Emulator");
}
