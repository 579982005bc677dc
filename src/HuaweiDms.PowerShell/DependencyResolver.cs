using System.Reflection;
using System.Runtime.InteropServices;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Finds the assemblies that ship with the module: our own for everybody to see, those of others in a context of their own
/// and for our requests only, so that another module may bring another version.
/// </summary>
internal static class DependencyResolver
{
    private const string OwnPrefix = "HuaweiDms.";

    private static readonly Assembly Module = typeof(DependencyResolver).Assembly;
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Module.Location)!, IsFramework ? "desktop" : "core");
    private static readonly Lazy<Func<string, Assembly>> LoadPrivately = new(FindLoader);

    private static bool IsFramework => RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    public static void Install() => AppDomain.CurrentDomain.AssemblyResolve += Resolve;

    public static void Uninstall() => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object? sender, ResolveEventArgs request)
    {
        AssemblyName name = new(request.Name);
        string path = Path.Combine(Folder, name.Name + ".dll");
        if (!File.Exists(path))
            return null;
        if (name.Name!.StartsWith(OwnPrefix, StringComparison.Ordinal))
            return Assembly.LoadFrom(path);
        return IsOurs(request.RequestingAssembly) ? LoadPrivately.Value(path) : null;
    }

    /// <summary>One of our assemblies, or one that was brought by one of ours.</summary>
    private static bool IsOurs(Assembly? requesting)
        => requesting is not null
            && (requesting == Module || string.Equals(Path.GetDirectoryName(requesting.Location), Folder, StringComparison.OrdinalIgnoreCase));

    /// <summary>AssemblyLoadContext is not in .NET Standard 2.0; on .NET Framework LoadFrom keeps versions apart by itself.</summary>
    private static Func<string, Assembly> FindLoader()
    {
        if (Type.GetType("System.Runtime.Loader.AssemblyLoadContext, System.Runtime.Loader") is not { } type)
            return Assembly.LoadFrom;
        object context = Activator.CreateInstance(type, "HuaweiDms", false)!;
        return (Func<string, Assembly>)type.GetMethod("LoadFromAssemblyPath")!.CreateDelegate(typeof(Func<string, Assembly>), context);
    }
}
