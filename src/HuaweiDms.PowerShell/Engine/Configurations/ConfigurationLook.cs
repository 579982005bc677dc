using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>An instance and how it is.</summary>
/// <param name="Context">The connection it belongs to.</param>
/// <param name="Instance">The instance, with its name.</param>
/// <param name="Place">The connection's name, where several are meant.</param>
/// <param name="Configuration">How it is.</param>
internal sealed record ConfigurationLook(DmsContext Context, InstanceReference Instance, string? Place, InstanceConfiguration Configuration)
{
    /// <summary>As a person would name it.</summary>
    public string Subject => Instance.Subject + (Place is null ? string.Empty : $" in '{Place}'");
}
