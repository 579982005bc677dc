using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>An instance and how it is.</summary>
/// <param name="Context">The connection of the instance.</param>
/// <param name="Instance">The instance, with its name.</param>
/// <param name="Configuration">How it is.</param>
internal sealed record ConfigurationSnapshot(DmsContext Context, InstanceReference Instance, InstanceConfiguration Configuration)
{
    /// <summary>The display text for messages.</summary>
    public string Subject => Instance.Subject;
}
