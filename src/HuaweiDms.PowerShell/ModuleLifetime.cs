using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>What happens when the module is imported and when it is removed.</summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport() => DependencyResolver.Install();

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        Shutdown.Run();
        DependencyResolver.Uninstall();
    }
}
