using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Runs when the module is imported and when it is removed.</summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport() => DependencyResolver.Install();

    /// <summary>Closes what this runspace opened; other runspaces keep theirs.</summary>
    /// <param name="psModuleInfo">The module.</param>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        foreach (DmsContext context in ContextStore.RemoveOwn())
            context.Client.Dispose();
        if (DependencyResolver.HasEmulator)
            EmulatorHost.StopOwn();
    }
}
