using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Something inside an instance that a command names, with the connection it belongs to.</summary>
/// <param name="Context">The connection.</param>
/// <param name="Instance">The instance.</param>
/// <param name="Name">Its name; upper and lower case differ.</param>
/// <param name="IsListed">Whether the service has listed it, so that it is there; else somebody has only named it.</param>
internal sealed record ItemReference(DmsContext Context, InstanceReference Instance, string Name, bool IsListed = false)
{
    /// <summary>As a person would name it.</summary>
    public string Subject => $"{Name} of {Instance.Subject}";

    /// <summary>Tells it from others, however the id of its instance is written.</summary>
    public string Key => FormattableString.Invariant($"{Context.Number}/{Instance.Id.ToUpperInvariant()}/{Name}");
}
