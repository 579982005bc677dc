using System.Reflection;
using System.Reflection.Emit;

namespace HuaweiDms.PowerShell.Tests;

/// <summary>The resolver is asked for every assembly that anybody in the process misses, and answers for our own alone.</summary>
public sealed class DependencyResolverTests
{
    public static TheoryData<string> Strangers => ["memory", "bytes", "nobody"];

    [Theory]
    [MemberData(nameof(Strangers))]
    public void What_others_miss_is_left_to_them(string stranger)
        => Assert.Null(DependencyResolver.Resolve(null, new ResolveEventArgs("Polly.Core, Version=8.0.0.0", Requesting(stranger))));

    [Fact]
    public void Another_version_of_the_module_has_a_resolver_of_its_own()
        => Assert.Null(DependencyResolver.Resolve(null, new ResolveEventArgs("HuaweiDms.Client, Version=99.0.0.0")));

    private static Assembly? Requesting(string stranger)
        => stranger switch
        {
            "memory" => AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Stranger"), AssemblyBuilderAccess.Run),
            "bytes" => Assembly.Load(File.ReadAllBytes(typeof(DependencyResolverTests).Assembly.Location)),
            _ => null,
        };
}
