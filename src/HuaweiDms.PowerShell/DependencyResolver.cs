using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Finds the assemblies that ship with the module. On .NET, the module's assemblies and their dependencies are loaded into a
/// separate load context: PowerShell finds the module's types there, and different versions of a dependency such as Polly do not
/// conflict. On .NET Framework, LoadFrom keeps versions apart. Images compiled ahead of time for this platform are preferred:
/// another runtime version ignores their machine code, and another platform refuses them.
/// </summary>
internal static class DependencyResolver
{
    private const string OwnPrefix = "HuaweiDms.";

    private static readonly Assembly Module = typeof(DependencyResolver).Assembly;
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Module.Location)!, Edition.IsDesktop ? "desktop" : "core");
    private static readonly string ImageFolder = Path.Combine(Folder, Platform);
    private static readonly ConcurrentDictionary<string, Lazy<Assembly>> Loaded = new(StringComparer.OrdinalIgnoreCase);
    private static int _installed;

    /// <summary>Whether the emulator is loaded. Touching the type of a running emulator would load it.</summary>
    public static bool HasEmulator => Loaded.ContainsKey(OwnPrefix + "Emulator");

    /// <summary>The platform name of .NET, such as <c>linux-x64</c>.</summary>
    private static string Platform
    {
        get
        {
            string system = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "win"
                : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "osx"
                : "linux";
            return system + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        }
    }

    /// <summary>Installs the resolver once per process: other runspaces still need it when one of them removes the module.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref _installed, 1) == 0)
            AppDomain.CurrentDomain.AssemblyResolve += Resolve;
    }

    /// <summary>
    /// Returns the requested assembly; null if it is not one of ours, or belongs to another loaded version of this module.
    /// </summary>
    internal static Assembly? Resolve(object? sender, ResolveEventArgs request)
    {
        AssemblyName asked = new(request.Name);
        string name = asked.Name!;
        if (IsOwn(name) ? asked.Version is { } version && version != Module.GetName().Version : !IsOurs(request.RequestingAssembly))
            return null;
        return File.Exists(PathOf(name, Folder)) ? Loaded.GetOrAdd(name, _ => new(() => Load(name))).Value : null;
    }

    private static string PathOf(string name, string folder) => Path.Combine(folder, name + ".dll");

    private static bool IsOwn(string name) => name.StartsWith(OwnPrefix, StringComparison.Ordinal);

    /// <summary>
    /// Whether it is one of our assemblies, or was loaded by one. Other assemblies may have no file, if they were made in memory or
    /// loaded from bytes.
    /// </summary>
    private static bool IsOurs(Assembly? requesting)
        => requesting is { IsDynamic: false, Location.Length: > 0 }
            && (requesting == Module || IsIn(Folder, requesting) || IsIn(ImageFolder, requesting));

    private static bool IsIn(string folder, Assembly assembly)
        => string.Equals(Path.GetDirectoryName(assembly.Location), folder, StringComparison.OrdinalIgnoreCase);

    private static Assembly Load(string name)
    {
        try
        {
            if (File.Exists(PathOf(name, ImageFolder)))
                return LoadFrom(ImageFolder, name);
        }
        catch (Exception refused) when ((refused.InnerException ?? refused) is BadImageFormatException)
        {
            // The image is damaged or from another platform. The one in Folder runs everywhere.
        }
        return LoadFrom(Folder, name);
    }

    private static Assembly LoadFrom(string folder, string name)
    {
        // .NET Standard 2.0 does not have AssemblyLoadContext.
        if (Type.GetType("System.Runtime.Loader.AssemblyLoadContext, System.Runtime.Loader") is not { } contexts)
            return Assembly.LoadFrom(PathOf(name, folder));
        Assembly assembly = Assembly.LoadFile(PathOf(name, folder));
        object context = contexts.GetMethod("GetLoadContext")!.Invoke(null, [assembly])!;
        foreach (AssemblyName needed in assembly.GetReferencedAssemblies())
        {
            // Load it before it is requested: for a name that the context does not know, the default context is searched first.
            if (!IsOwn(needed.Name!) && File.Exists(PathOf(needed.Name!, folder)))
                contexts.GetMethod("LoadFromAssemblyPath")!.Invoke(context, [PathOf(needed.Name!, folder)]);
        }
        return assembly;
    }
}
