using System.Reflection;
using System.Reflection.Emit;

namespace HuaweiDms.PowerShell.Tests;

/// <summary>The runtime asks the resolver for every assembly that is missing in the process; it supplies only the module's own.</summary>
public sealed class DependencyResolverTests
{
    public static TheoryData<string> Strangers => ["memory", "bytes", "nobody"];

    [Theory]
    [MemberData(nameof(Strangers))]
    public void Assemblies_of_others_are_not_resolved(string stranger)
        => Assert.Null(DependencyResolver.Resolve(null, new ResolveEventArgs("Polly.Core, Version=8.0.0.0", Requesting(stranger))));

    [Fact]
    public void Another_version_of_the_module_has_its_own_resolver()
        => Assert.Null(DependencyResolver.Resolve(null, new ResolveEventArgs("HuaweiDms.Client, Version=99.0.0.0")));

    private static Assembly? Requesting(string stranger)
        => stranger switch
        {
            "memory" => AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Stranger"), AssemblyBuilderAccess.Run),
            "bytes" => Assembly.Load(File.ReadAllBytes(typeof(DependencyResolverTests).Assembly.Location)),
            _ => null,
        };
}
