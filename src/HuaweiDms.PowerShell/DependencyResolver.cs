using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Finds the assemblies that ship with the module. On .NET each of our own is loaded into a load context of its own, together
/// with what it needs of others: PowerShell finds our types there, while nobody else's Polly gets in our way, nor ours in
/// theirs. On .NET Framework LoadFrom keeps versions apart by itself. Where there are images compiled ahead for this platform,
/// they are taken: a runtime of another version passes their machine code over, and one of another platform refuses them.
/// </summary>
internal static class DependencyResolver
{
    private const string OwnPrefix = "HuaweiDms.";

    private static readonly Assembly Module = typeof(DependencyResolver).Assembly;
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Module.Location)!, Edition.IsDesktop ? "desktop" : "core");
    private static readonly string ImageFolder = Path.Combine(Folder, Platform);
    private static readonly ConcurrentDictionary<string, Lazy<Assembly>> Loaded = new(StringComparer.OrdinalIgnoreCase);
    private static int _installed;

    /// <summary>Whether the emulator is loaded. To look for one among those that run would load it.</summary>
    public static bool HasEmulator => Loaded.ContainsKey(OwnPrefix + "Emulator");

    /// <summary>As .NET names it, such as <c>linux-x64</c>.</summary>
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

    /// <summary>Once for the process: other runspaces need it still when one removes the module.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref _installed, 1) == 0)
            AppDomain.CurrentDomain.AssemblyResolve += Resolve;
    }

    /// <summary>The assembly asked for; null where it is nobody's of ours, or of another version of this module that is loaded, too.</summary>
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

    /// <summary>One of our assemblies, or one that was brought by one of ours. Others may have no file: made in memory, or loaded from bytes.</summary>
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
            // Damaged, or put here from another platform. What is in Folder runs everywhere.
        }
        return LoadFrom(Folder, name);
    }

    private static Assembly LoadFrom(string folder, string name)
    {
        // AssemblyLoadContext is not in .NET Standard 2.0.
        if (Type.GetType("System.Runtime.Loader.AssemblyLoadContext, System.Runtime.Loader") is not { } contexts)
            return Assembly.LoadFrom(PathOf(name, folder));
        Assembly assembly = Assembly.LoadFile(PathOf(name, folder));
        object context = contexts.GetMethod("GetLoadContext")!.Invoke(null, [assembly])!;
        foreach (AssemblyName needed in assembly.GetReferencedAssemblies())
        {
            // Before anybody asks: a name that the context does not know is looked for among everybody's assemblies first.
            if (!IsOwn(needed.Name!) && File.Exists(PathOf(needed.Name!, folder)))
                contexts.GetMethod("LoadFromAssemblyPath")!.Invoke(context, [PathOf(needed.Name!, folder)]);
        }
        return assembly;
    }
}
