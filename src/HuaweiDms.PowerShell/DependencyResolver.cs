using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Finds the assemblies that ship with the module. On .NET each of our own is loaded into a load context of its own, together
/// with what it needs of others: PowerShell finds our types there, while nobody else's Polly gets in our way, nor ours in
/// theirs. On .NET Framework LoadFrom keeps versions apart by itself.
/// </summary>
internal static class DependencyResolver
{
    private const string OwnPrefix = "HuaweiDms.";

    private static readonly Assembly Module = typeof(DependencyResolver).Assembly;
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Module.Location)!, IsFramework ? "desktop" : "core");
    private static readonly ConcurrentDictionary<string, Lazy<Assembly>> Loaded = new(StringComparer.OrdinalIgnoreCase);
    private static int _installed;

    private static bool IsFramework => RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    /// <summary>Once for the process: other runspaces need it still when one removes the module.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref _installed, 1) == 0)
            AppDomain.CurrentDomain.AssemblyResolve += Resolve;
    }

    private static Assembly? Resolve(object? sender, ResolveEventArgs request)
    {
        string name = new AssemblyName(request.Name).Name!;
        if (!IsOwn(name) && !IsOurs(request.RequestingAssembly))
            return null;
        string path = PathOf(name);
        return File.Exists(path) ? Loaded.GetOrAdd(path, _ => new(() => Load(path))).Value : null;
    }

    private static string PathOf(string name) => Path.Combine(Folder, name + ".dll");

    private static bool IsOwn(string name) => name.StartsWith(OwnPrefix, StringComparison.Ordinal);

    /// <summary>One of our assemblies, or one that was brought by one of ours.</summary>
    private static bool IsOurs(Assembly? requesting)
        => requesting is not null
            && (requesting == Module || string.Equals(Path.GetDirectoryName(requesting.Location), Folder, StringComparison.OrdinalIgnoreCase));

    private static Assembly Load(string path)
    {
        // AssemblyLoadContext is not in .NET Standard 2.0.
        if (Type.GetType("System.Runtime.Loader.AssemblyLoadContext, System.Runtime.Loader") is not { } contexts)
            return Assembly.LoadFrom(path);
        Assembly assembly = Assembly.LoadFile(path);
        object context = contexts.GetMethod("GetLoadContext")!.Invoke(null, [assembly])!;
        foreach (AssemblyName needed in assembly.GetReferencedAssemblies())
        {
            // Before anybody asks: a name that the context does not know is looked for among everybody's assemblies first.
            if (!IsOwn(needed.Name!) && File.Exists(PathOf(needed.Name!)))
                contexts.GetMethod("LoadFromAssemblyPath")!.Invoke(context, [PathOf(needed.Name!)]);
        }
        return assembly;
    }
}
