using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>An item inside an instance that a command names, and its connection.</summary>
/// <param name="Context">The connection.</param>
/// <param name="Instance">The instance.</param>
/// <param name="Name">The name, which is case-sensitive.</param>
/// <param name="IsListed">Whether the service listed it, so that it exists; otherwise it was only named.</param>
internal sealed record ItemReference(DmsContext Context, InstanceReference Instance, string Name, bool IsListed = false)
{
    /// <summary>The display text for messages.</summary>
    public string Subject => $"{Name} of {Instance.Subject}";

    /// <summary>A unique key, independent of how the instance id is written.</summary>
    public string Key => FormattableString.Invariant($"{Context.Number}/{Instance.Id.ToUpperInvariant()}/{Name}");
}
